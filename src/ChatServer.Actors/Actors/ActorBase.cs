namespace ChatServer.Actors;

/// <summary>Base of all actors. It holds what the user's actor does; its cell holds how it is run.</summary>
/// <remarks>
/// At most one thread at a time runs an actor, and each sees everything that the one before it wrote: fields need neither locks nor
/// volatile. <see cref="IActorRefFactory.ActorOf"/> makes actors, from <see cref="Props"/>; never use <c>new</c>.
/// </remarks>
public abstract partial class ActorBase
{
    private readonly ActorCell _cell;

    /// <summary>Attaches the new actor to its cell.</summary>
    /// <exception cref="ActorInitializationException">The actor is being made with <c>new</c>.</exception>
    protected ActorBase()
    {
        _cell = ActorCell.ForConstruction();
        if (this is IWithTimers withTimers) withTimers.Timers = new TimerScheduler(_cell);
        if (this is IActorStash withStash) withStash.Stash = new StashBuffer(_cell, _cell.Props.StashCapacity);
    }

    /// <summary>The context of the actor that is running on the calling thread.</summary>
    /// <exception cref="NotSupportedException">No actor is running on the thread: after <c>ConfigureAwait(false)</c>, in a callback, in a
    /// task.</exception>
    protected static IActorContext Context => ActorCell.Current ?? throw OutsideActor();

    /// <summary>This actor's reference. Also valid on other threads and after the actor has stopped.</summary>
    protected IActorRef Self => _cell.Self;

    /// <summary>The sender of the current message; dead letters if it had none. Copy it before starting work that outlives the
    /// handler.</summary>
    protected IActorRef Sender => _cell.Sender;

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = static _ => false;

    private protected ActorCell Cell => _cell;

    /// <summary>The strategy for this actor's children, asked for once.</summary>
    internal SupervisorStrategy Strategy => field ??= _cell.Props.SupervisorStrategy ?? SupervisorStrategy();

    /// <summary>Wraps the handling of each message. Override it to act before, after or on failure of every one.</summary>
    /// <param name="receive">The current behaviour.</param>
    /// <param name="message">The message.</param>
    /// <returns>Whether the behaviour handled it.</returns>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        ArgumentNullException.ThrowIfNull(receive);
        var handled = receive(message);
        if (!handled) Unhandled(message);
        return handled;
    }

    /// <summary>The initial behaviour.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Whether it was handled.</returns>
    protected abstract bool Receive(object message);

    /// <summary>Called for a message that the behaviour does not handle. Publishes <see cref="UnhandledMessage"/>.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="DeathPactException">It was <see cref="Terminated"/>: an actor that watches another must handle its end.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        _cell.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Switches behaviour, starting with the next message.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>As <see cref="Become"/>, but keeps the current behaviour on the stack.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Returns to the behaviour below on the stack; the last one stays.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Requests a <see cref="ReceiveTimeout"/> whenever no message has arrived for this long.</summary>
    /// <param name="timeout">How long; null turns it off.</param>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>How this actor supervises its children; <see cref="SupervisorStrategy.DefaultStrategy"/> unless overridden.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actors.SupervisorStrategy.DefaultStrategy;

    /// <summary>Called after the constructor: the configuration is complete.</summary>
    internal virtual void CompleteConstruction()
    {
    }

    internal virtual Receive InitialBehavior() => Receive;

    private static NotSupportedException OutsideActor() =>
        new("This thread is not running an actor. "
            + "After ConfigureAwait(false), in callbacks and in tasks, use a copy of Self and tell it a message.");
}
