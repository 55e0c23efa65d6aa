namespace ChatServer.Actors;

/// <summary>Sends <see cref="ReceiveTimeout"/> when an actor has received nothing for a time.</summary>
/// <remarks>A message costs one look at the clock, not a change of a timer. The timer fires at the time last set, sees that messages have
/// come since, and sets itself again for the remaining time.</remarks>
internal sealed class ReceiveTimeoutTimer
{
    private readonly LocalActorRef _actor;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _lastTouched;
    private int _state;

    private const int Unarmed = 0;
    private const int Armed = 1;
    private const int Cancelled = 2;

    public ReceiveTimeoutTimer(LocalActorRef actor, TimeProvider time, TimeSpan timeout)
    {
        (_actor, _time, Timeout) = (actor, time, timeout);
        _timer = time.CreateTimer(static self => ((ReceiveTimeoutTimer)self!).Fire(), this, System.Threading.Timeout.InfiniteTimeSpan,
            System.Threading.Timeout.InfiniteTimeSpan);
    }

    public TimeSpan Timeout { get; }

    public bool IsArmed => Volatile.Read(ref _state) == Armed;

    /// <summary>In the actor's turn: restarts the idle time now.</summary>
    public void Touch()
    {
        // Written before we check the state: the timer's thread either sees this time, or has already disarmed the timer and we arm it
        // again.
        Volatile.Write(ref _lastTouched, _time.GetTimestamp());
        if (Interlocked.CompareExchange(ref _state, Armed, Unarmed) == Unarmed)
            _timer.Change(Timeout, System.Threading.Timeout.InfiniteTimeSpan);
    }

    /// <summary>In the actor's turn: turns the timeout off.</summary>
    public void Cancel()
    {
        Volatile.Write(ref _state, Cancelled);
        _timer.Dispose();
    }

    private void Fire()
    {
        var rest = Timeout - _time.GetElapsedTime(Volatile.Read(ref _lastTouched));
        if (rest > TimeSpan.Zero)
        {
            if (IsArmed) _timer.Change(rest, System.Threading.Timeout.InfiniteTimeSpan);
            return;
        }

        // Disarmed until the actor has handled something, including the ReceiveTimeout itself: each idle period sends it once.
        if (Interlocked.CompareExchange(ref _state, Unarmed, Armed) == Armed) _actor.Tell(ReceiveTimeout.Instance, _actor);
    }
}
