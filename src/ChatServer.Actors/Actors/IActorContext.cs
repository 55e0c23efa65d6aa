namespace ChatServer.Actors;

/// <summary>Anything that makes actors: the system, and every actor for its children.</summary>
public interface IActorRefFactory
{
    /// <summary>Makes an actor and returns its reference at once; its constructor runs later, in its own first turn.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Unique among its siblings, see <see cref="ActorPath.IsValidPathElement"/>; null for a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is not valid, or taken.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Selects actors by path: absolute (<c>/user/rooms</c>) or relative (<c>../other</c>), with <c>*</c> and <c>?</c> as
    /// wildcards.</summary>
    /// <param name="actorPath">The path.</param>
    ActorSelection ActorSelection(string actorPath);

    /// <summary>Selects an actor by path.</summary>
    /// <param name="actorPath">The path.</param>
    ActorSelection ActorSelection(ActorPath actorPath);
}

/// <summary>Anything that can watch an actor for its end.</summary>
public interface ICanWatch
{
    /// <summary>Requests a <see cref="Terminated"/> when the actor stops; if it has stopped already, the message comes at once.</summary>
    /// <param name="subject">The actor to watch; an actor that names itself is ignored.</param>
    /// <returns>The same reference.</returns>
    IActorRef Watch(IActorRef subject);

    /// <summary>As <see cref="Watch"/>, with a message of your choice instead of <see cref="Terminated"/>.</summary>
    /// <param name="subject">The actor to watch; if it is watched already, the first call counts.</param>
    /// <param name="message">What to receive.</param>
    /// <returns>The same reference.</returns>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Ends the watch. A <see cref="Terminated"/> that is already in the mailbox is no longer delivered.</summary>
    /// <param name="subject">The actor to stop watching.</param>
    /// <returns>The same reference.</returns>
    IActorRef Unwatch(IActorRef subject);
}

/// <summary>What the runtime offers an actor. Valid only during the actor's own turns.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor's own reference.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor was made.</summary>
    Props Props { get; }

    /// <summary>Its dispatcher.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>The sender of the current message; dead letters if it had none.</summary>
    IActorRef Sender { get; }

    /// <summary>The system it lives in.</summary>
    ActorSystem System { get; }

    /// <summary>Its parent, which is also its supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>The idle time after which <see cref="Actors.ReceiveTimeout"/> arrives; null for never.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Switches behaviour, starting with the next message.</summary>
    /// <param name="receive">The behaviour.</param>
    void Become(Receive receive);

    /// <summary>As <see cref="Become"/>, but keeps the current behaviour on the stack.</summary>
    /// <param name="receive">The behaviour.</param>
    void BecomeStacked(Receive receive);

    /// <summary>Returns to the behaviour below on the stack; the last one stays.</summary>
    void UnbecomeStacked();

    /// <summary>A child by name, or <see cref="ActorRefs.Nobody"/>.</summary>
    /// <param name="name">Its name.</param>
    IActorRef Child(string name);

    /// <summary>A snapshot of the children, including those that are stopping.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Requests a <see cref="Actors.ReceiveTimeout"/> whenever no message has arrived for this long.</summary>
    /// <param name="timeout">How long; null turns it off.</param>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child, or the actor itself, after its current message. Messages left in its mailbox go to dead letters.</summary>
    /// <param name="child">The actor to stop.</param>
    void Stop(IActorRef child);
}

/// <summary>The context of actors whose behaviours take every message.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Switches behaviour, starting with the next message.</summary>
    /// <param name="receive">The behaviour.</param>
    void Become(UntypedReceive receive);

    /// <summary>As <see cref="Become"/>, but keeps the current behaviour on the stack.</summary>
    /// <param name="receive">The behaviour.</param>
    void BecomeStacked(UntypedReceive receive);
}
