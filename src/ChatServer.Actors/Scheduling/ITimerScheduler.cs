namespace ChatServer.Actors;

/// <summary>An actor that has timers. The runtime sets the property before the derived constructor runs.</summary>
public interface IWithTimers
{
    /// <summary>The timers of this actor.</summary>
    ITimerScheduler Timers { get; set; }
}

/// <summary>The timers of one actor, each under a key. They send messages to the actor and end with it, at a restart and at its
/// stop.</summary>
/// <remarks>Use it only in the actor's own turns. Starting a timer replaces the one under the same key. Once a timer is cancelled or
/// replaced, its message is not delivered, even if it is already in the mailbox.</remarks>
public interface ITimerScheduler
{
    /// <summary>The keys of the timers that are set.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends a message periodically.</summary>
    /// <param name="key">The timer's key.</param>
    /// <param name="msg">What to send.</param>
    /// <param name="interval">The time between two, and before the first.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>Sends a message periodically.</summary>
    /// <param name="key">The timer's key.</param>
    /// <param name="msg">What to send.</param>
    /// <param name="interval">The time between two, and before the first.</param>
    /// <param name="sender">The message's sender.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef? sender);

    /// <summary>Sends a message periodically.</summary>
    /// <param name="key">The timer's key.</param>
    /// <param name="msg">What to send.</param>
    /// <param name="initialDelay">The delay before the first.</param>
    /// <param name="interval">The time between two.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>Sends a message periodically.</summary>
    /// <param name="key">The timer's key.</param>
    /// <param name="msg">What to send.</param>
    /// <param name="initialDelay">The delay before the first.</param>
    /// <param name="interval">The time between two.</param>
    /// <param name="sender">The message's sender.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef? sender);

    /// <summary>Sends a message once.</summary>
    /// <param name="key">The timer's key.</param>
    /// <param name="msg">What to send.</param>
    /// <param name="timeout">The delay from now.</param>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>Sends a message once.</summary>
    /// <param name="key">The timer's key.</param>
    /// <param name="msg">What to send.</param>
    /// <param name="timeout">The delay from now.</param>
    /// <param name="sender">The message's sender.</param>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef? sender);

    /// <summary>Whether a timer is set under the key. A single timer is no longer set while its message is being handled.</summary>
    /// <param name="key">The timer's key.</param>
    bool IsTimerActive(object key);

    /// <summary>Cancels a timer. If none has that key, nothing happens.</summary>
    /// <param name="key">The timer's key.</param>
    void Cancel(object key);

    /// <summary>Cancels all timers.</summary>
    void CancelAll();
}
