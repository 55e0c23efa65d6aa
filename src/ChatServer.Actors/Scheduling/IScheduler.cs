namespace ChatServer.Actors;

/// <summary>Sends messages later. Inside an actor use its timers instead: they end with the actor.</summary>
public interface IScheduler
{
    /// <summary>The time as the system sees it.</summary>
    DateTimeOffset Now { get; }

    /// <summary>A clock that never goes back.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>Actions instead of messages.</summary>
    IAdvancedScheduler Advanced { get; }

    /// <summary>Sends a message once.</summary>
    /// <param name="delay">The delay from now.</param>
    /// <param name="receiver">The recipient.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Where answers go; null for nobody.</param>
    /// <param name="cancelable">If given, <see cref="Cancelable.Cancel"/> cancels it.</param>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, Cancelable? cancelable = null);

    /// <summary>Sends a message periodically.</summary>
    /// <param name="initialDelay">The delay before the first time.</param>
    /// <param name="interval">The time between two.</param>
    /// <param name="receiver">The recipient.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Where answers go; null for nobody.</param>
    /// <param name="cancelable">If given, <see cref="Cancelable.Cancel"/> cancels it.</param>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, Cancelable? cancelable = null);
}

/// <summary>Runs actions later, on a pool thread: outside any actor's turn, so they must not touch an actor's state.</summary>
public interface IAdvancedScheduler
{
    /// <summary>Runs an action once.</summary>
    /// <param name="delay">The delay from now.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cancelable">If given, <see cref="Cancelable.Cancel"/> cancels it.</param>
    void ScheduleOnce(TimeSpan delay, Action action, Cancelable? cancelable = null);

    /// <summary>Runs an action periodically.</summary>
    /// <param name="initialDelay">The delay before the first time.</param>
    /// <param name="interval">The time between two.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cancelable">If given, <see cref="Cancelable.Cancel"/> cancels it.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, Cancelable? cancelable = null);
}

/// <summary>Scheduling that returns something to cancel it with.</summary>
public static class SchedulerExtensions
{
    /// <inheritdoc cref="IScheduler.ScheduleTellOnce"/>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, TimeSpan delay, ICanTell receiver, object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleTellOnce(delay, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="IScheduler.ScheduleTellRepeatedly"/>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="IAdvancedScheduler.ScheduleOnce"/>
    public static ICancelable ScheduleOnceCancelable(this IAdvancedScheduler scheduler, TimeSpan delay, Action action)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        var cancelable = new Cancelable();
        scheduler.ScheduleOnce(delay, action, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="IAdvancedScheduler.ScheduleRepeatedly"/>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IAdvancedScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, Action action)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        var cancelable = new Cancelable();
        scheduler.ScheduleRepeatedly(initialDelay, interval, action, cancelable);
        return cancelable;
    }
}
