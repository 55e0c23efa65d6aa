namespace ChatServer.Actors;

// The hooks, in the order in which they are called.
public abstract partial class ActorBase
{
    /// <summary>Called around <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Called around <see cref="PreRestart"/>. Cancels the timers.</summary>
    /// <param name="cause">What the failed actor threw.</param>
    /// <param name="message">What it was handling, if it was.</param>
    public virtual void AroundPreRestart(Exception cause, object? message)
    {
        CancelTimers();
        PreRestart(cause, message);
    }

    /// <summary>Called around <see cref="PostRestart"/>.</summary>
    /// <param name="cause">What the failed actor threw.</param>
    /// <param name="message">Always null.</param>
    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);

    /// <summary>Called around <see cref="PostStop"/>. Cancels the timers.</summary>
    public virtual void AroundPostStop()
    {
        CancelTimers();
        PostStop();
    }

    /// <summary>Runs before the first message, in the actor's own turn. By default also after a restart, see <see
    /// cref="PostRestart"/>.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Runs on the failed actor before its replacement is made. By default it stops all children and calls <see
    /// cref="PostStop"/>.</summary>
    /// <param name="reason">What it threw.</param>
    /// <param name="message">What it was handling, if it was.</param>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        foreach (var child in _cell.GetChildren())
        {
            _cell.Unwatch(child);
            _cell.Stop(child);
        }

        PostStop();
    }

    /// <summary>Runs on the new actor after a restart. By default it calls <see cref="PreStart"/>.</summary>
    /// <param name="reason">What the failed one threw.</param>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Runs after the last message, when all children have stopped. An exception thrown here is only logged.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>At the end of an actor: returns its stashed messages to the mailbox.</summary>
    internal void ReleaseStash()
    {
        if (this is IActorStash { Stash: { } stash }) stash.UnstashAll();
    }

    private void CancelTimers()
    {
        if (this is IWithTimers { Timers: { } timers }) timers.CancelAll();
    }
}
