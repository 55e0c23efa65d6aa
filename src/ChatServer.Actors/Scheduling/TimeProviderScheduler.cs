namespace ChatServer.Actors;

/// <summary>The scheduler of a system: timers of its <see cref="TimeProvider"/>.</summary>
internal sealed class TimeProviderScheduler(ActorSystem system) : IScheduler, IAdvancedScheduler
{
    private readonly TimeProvider _time = system.TimeProvider;
    private readonly long _start = system.TimeProvider.GetTimestamp();

    public DateTimeOffset Now => _time.GetUtcNow();

    public TimeSpan MonotonicClock => _time.GetElapsedTime(_start);

    public IAdvancedScheduler Advanced => this;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, Cancelable? cancelable = null) =>
        Start(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, Cancelable? cancelable = null) =>
        Start(initialDelay, Positive(interval), () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action, Cancelable? cancelable = null) =>
        Start(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, Cancelable? cancelable = null) =>
        Start(initialDelay, Positive(interval), action, cancelable);

    private static TimeSpan Positive(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return interval;
    }

    private void Start(TimeSpan delay, TimeSpan interval, Action action, Cancelable? cancelable)
    {
        var scheduled = new ScheduledAction(system, action);
        // The timer starts only once the action has its reference: the action may have to end it.
        scheduled.Timer = _time.CreateTimer(static self => ((ScheduledAction)self!).Run(), scheduled, Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        scheduled.Timer.Change(delay < TimeSpan.Zero ? TimeSpan.Zero : delay, interval);
        cancelable?.Add(scheduled.Timer);
    }

    private sealed class ScheduledAction(ActorSystem system, Action action)
    {
        public ITimer? Timer { get; set; }

        public void Run()
        {
            if (system.WhenTerminated.IsCompleted)
            {
                Timer?.Dispose();
                return;
            }

            try
            {
                action();
            }
            catch (Exception cause)
            {
                // On a timer thread, an unhandled exception would end the process.
                system.Log.Error(cause, system.DeadLetters, action.Method.DeclaringType, $"A scheduled action threw: {cause.Message}");
            }
        }
    }
}
