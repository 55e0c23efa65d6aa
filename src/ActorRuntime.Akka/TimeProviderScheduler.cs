using Akka.Configuration;
using Akka.Dispatch;

namespace ChatServer.ActorRuntime.Akka;

/// <summary>Akka.NET's scheduler on the timers of a <see cref="TimeProvider"/>.</summary>
public sealed class TimeProviderScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider
{
    private readonly TimeProvider _time;
    private readonly long _start;

    /// <summary>Called by Akka.</summary>
    /// <param name="config">The whole configuration of the system.</param>
    /// <param name="log">The system's log.</param>
    public TimeProviderScheduler(Config config, ILoggingAdapter log)
        : base(config, log)
    {
        _time = RuntimeSetup.ClockOf(config);
        _start = _time.GetTimestamp();
    }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => _time.GetElapsedTime(_start);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => _time.GetUtcNow();

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable) =>
        Start(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Start(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Start(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Start(delay, Timeout.InfiniteTimeSpan, action.Run, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Start(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action,
        ICancelable cancelable) =>
        Start(initialDelay, interval, action.Run, cancelable);

    private void Start(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        if (cancelable?.IsCancellationRequested == true) return;
        var timer = _time.CreateTimer(
            _ =>
            {
                if (cancelable?.IsCancellationRequested != true) action();
            },
            null,
            delay,
            interval);
        cancelable?.Token.Register(timer.Dispose);
    }
}
