namespace ChatServer.Actors;

/// <summary>The timers of one incarnation of one actor.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    // The timers form a linked list: an actor has one or two, and there may be many actors.
    private TimerMessage? _first;

    public IReadOnlyCollection<object> ActiveTimers
    {
        get
        {
            var keys = new List<object>();
            for (var timer = _first; timer is not null; timer = timer.Next) keys.Add(timer.Key);
            return keys;
        }
    }

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef? sender) =>
        StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef? sender)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        Start(key, msg, initialDelay, interval, sender);
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef? sender) =>
        Start(key, msg, timeout, Timeout.InfiniteTimeSpan, sender);

    public bool IsTimerActive(object key) => Find(key) is not null;

    public void Cancel(object key)
    {
        if (Find(key) is not { } timer) return;
        Unlink(timer);
        timer.Dispose();
    }

    public void CancelAll()
    {
        for (; _first is not null; _first = _first.Next) _first.Dispose();
    }

    /// <summary>Whether this timer message comes from a timer that is still valid.</summary>
    /// <param name="timer">The timer, which is its own message.</param>
    /// <param name="actor">The incarnation that would get it.</param>
    public bool TryAccept(TimerMessage timer, ActorBase? actor)
    {
        // The current incarnation has another scheduler: the timer was set before a restart.
        if (actor is not IWithTimers { Timers: { } present } || !ReferenceEquals(present, this)) return false;
        // Cancelled, or replaced under the same key, after the message was queued.
        if (!ReferenceEquals(Find(timer.Key), timer)) return false;
        if (!timer.Repeats) Cancel(timer.Key);
        return true;
    }

    private void Start(object key, object message, TimeSpan delay, TimeSpan interval, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(message);
        Cancel(key);
        var timer = message is INotInfluenceReceiveTimeout
            ? new UninfluentialTimerMessage(this, cell.Self, key, message, sender, interval)
            : new TimerMessage(this, cell.Self, key, message, sender, interval);
        (timer.Next, _first) = (_first, timer);
        timer.Start(cell.System.TimeProvider, delay);
    }

    private TimerMessage? Find(object key)
    {
        var timer = _first;
        while (timer is not null && !timer.Key.Equals(key)) timer = timer.Next;
        return timer;
    }

    private void Unlink(TimerMessage timer)
    {
        if (ReferenceEquals(_first, timer))
        {
            _first = timer.Next;
            return;
        }

        var before = _first!;
        while (!ReferenceEquals(before.Next, timer)) before = before.Next!;
        before.Next = timer.Next;
    }
}

/// <summary>A timer that is also the message it sends: the actor gets the content if the timer is still valid.</summary>
internal class TimerMessage(TimerScheduler owner, IActorRef actor, object key, object message, IActorRef? sender, TimeSpan interval)
    : AutoReceivedMessage, IWrappedMessage, IDisposable
{
    private ITimer? _timer;

    public TimerScheduler Owner { get; } = owner;

    public object Key { get; } = key;

    public object Message { get; } = message;

    /// <summary>The next timer of the same actor.</summary>
    public TimerMessage? Next { get; set; }

    public bool Repeats => interval != Timeout.InfiniteTimeSpan;

    public void Start(TimeProvider time, TimeSpan delay) =>
        _timer = time.CreateTimer(static self => ((TimerMessage)self!).Fire(), this, delay < TimeSpan.Zero ? TimeSpan.Zero : delay,
            interval);

    public void Dispose() => _timer?.Dispose();

    public override string ToString() => $"Timer({Key}, {Message})";

    private void Fire() => actor.Tell(this, sender);
}

/// <summary>A timer whose message does not reset the receive timeout.</summary>
internal sealed class UninfluentialTimerMessage(
    TimerScheduler owner, IActorRef actor, object key, object message, IActorRef? sender, TimeSpan interval)
    : TimerMessage(owner, actor, key, message, sender, interval), INotInfluenceReceiveTimeout;
