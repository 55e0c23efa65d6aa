namespace ChatServer.Actors;

/// <summary>Base of all actors. What a user's actor does is in here; how it is run is in its cell.</summary>
/// <remarks>
/// At most one thread at a time is in an actor, and each sees all that the one before it wrote: fields need neither locks nor volatile.
/// An actor is made by <see cref="IActorRefFactory.ActorOf"/> from <see cref="Props"/>, never with <c>new</c>.
/// </remarks>
public abstract partial class ActorBase
{
    private readonly ActorCell _cell;

    /// <summary>Ties the new actor to its cell.</summary>
    /// <exception cref="ActorInitializationException">The actor is being made with <c>new</c>.</exception>
    protected ActorBase()
    {
        _cell = ActorCell.ForConstruction();
        if (this is IWithTimers withTimers) withTimers.Timers = new TimerScheduler(_cell);
        if (this is IActorStash withStash) withStash.Stash = new StashBuffer(_cell, _cell.Props.StashCapacity);
    }

    /// <summary>The context of the actor that the calling thread is running.</summary>
    /// <exception cref="NotSupportedException">The thread is running none: after <c>ConfigureAwait(false)</c>, in a callback, in a
    /// task.</exception>
    protected static IActorContext Context => ActorCell.Current ?? throw OutsideActor();

    /// <summary>This actor's reference. Also valid on foreign threads and after the end.</summary>
    protected IActorRef Self => _cell.Self;

    /// <summary>Who sent the message now being handled; dead letters if nobody did. Copy it before work that ends after the
    /// handler.</summary>
    protected IActorRef Sender => _cell.Sender;

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = static _ => false;

    private protected ActorCell Cell => _cell;

    /// <summary>The supervision of this actor's children, asked for once.</summary>
    internal SupervisorStrategy Strategy => field ??= _cell.Props.SupervisorStrategy ?? SupervisorStrategy();

    /// <summary>Called around the handling of each message: the place for what has to happen before, after or on failure of all of
    /// them.</summary>
    /// <param name="receive">The present behaviour.</param>
    /// <param name="message">The message.</param>
    /// <returns>Whether the behaviour handled it.</returns>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        ArgumentNullException.ThrowIfNull(receive);
        var handled = receive(message);
        if (!handled) Unhandled(message);
        return handled;
    }

    /// <summary>The first behaviour.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Whether it was handled.</returns>
    protected abstract bool Receive(object message);

    /// <summary>Called for a message that the behaviour does not know. Publishes <see cref="UnhandledMessage"/>.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="DeathPactException">It was <see cref="Terminated"/>: who watches has to say what an end means for him.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        _cell.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Handles messages with another behaviour from the next one on.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>As <see cref="Become"/>, keeping the present behaviour below.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Goes back to the behaviour below; the last one stays.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Asks for a <see cref="ReceiveTimeout"/> each time nothing has been heard for so long.</summary>
    /// <param name="timeout">How long; null to end it.</param>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>How this actor supervises its children; <see cref="SupervisorStrategy.DefaultStrategy"/> unless overridden.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actors.SupervisorStrategy.DefaultStrategy;

    /// <summary>After the constructor: what it has configured is complete.</summary>
    internal virtual void CompleteConstruction()
    {
    }

    internal virtual Receive InitialBehavior() => Receive;

    private static NotSupportedException OutsideActor() =>
        new("This thread is not running an actor. "
            + "After ConfigureAwait(false), in callbacks and in tasks, use a copy of Self and tell it a message.");
}
