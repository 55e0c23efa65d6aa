namespace ChatServer.Actors;

/// <summary>Whatever makes actors: the system, and every actor for its children.</summary>
public interface IActorRefFactory
{
    /// <summary>Makes an actor and returns its reference at once; its constructor runs later, in its own first turn.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Unique among its siblings, see <see cref="ActorPath.IsValidPathElement"/>; null for a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is not valid, or taken.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Names actors by path: absolute (<c>/user/rooms</c>) or from here (<c>../other</c>), with <c>*</c> and <c>?</c> as
    /// wildcards.</summary>
    /// <param name="actorPath">The path.</param>
    ActorSelection ActorSelection(string actorPath);

    /// <summary>Names an actor by path.</summary>
    /// <param name="actorPath">The path.</param>
    ActorSelection ActorSelection(ActorPath actorPath);
}

/// <summary>Whatever can hear of an actor's end.</summary>
public interface ICanWatch
{
    /// <summary>Asks for a <see cref="Terminated"/> when the actor stops; for one that has stopped already it comes at once.</summary>
    /// <param name="subject">Whom to watch; oneself is ignored.</param>
    /// <returns>The same reference.</returns>
    IActorRef Watch(IActorRef subject);

    /// <summary>As <see cref="Watch"/>, with a message of one's own instead of <see cref="Terminated"/>.</summary>
    /// <param name="subject">Whom to watch; for one that is watched already the first call counts.</param>
    /// <param name="message">What to receive.</param>
    /// <returns>The same reference.</returns>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Ends the watch. A <see cref="Terminated"/> that is in the mailbox already is not delivered any more.</summary>
    /// <param name="subject">Whom not to watch any longer.</param>
    /// <returns>The same reference.</returns>
    IActorRef Unwatch(IActorRef subject);
}

/// <summary>What an actor may ask of the runtime. Valid during the actor's own turns only.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor's own reference.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor was made.</summary>
    Props Props { get; }

    /// <summary>What it runs on.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>Who sent the message now being handled; dead letters if nobody did.</summary>
    IActorRef Sender { get; }

    /// <summary>The system it lives in.</summary>
    ActorSystem System { get; }

    /// <summary>Its supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>The time of silence after which <see cref="Actors.ReceiveTimeout"/> comes; null for never.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Handles messages with another behaviour from the next one on.</summary>
    /// <param name="receive">The behaviour.</param>
    void Become(Receive receive);

    /// <summary>As <see cref="Become"/>, keeping the present behaviour below.</summary>
    /// <param name="receive">The behaviour.</param>
    void BecomeStacked(Receive receive);

    /// <summary>Goes back to the behaviour below; the last one stays.</summary>
    void UnbecomeStacked();

    /// <summary>A child by name, or <see cref="ActorRefs.Nobody"/>.</summary>
    /// <param name="name">Its name.</param>
    IActorRef Child(string name);

    /// <summary>A snapshot of the children, those included that are stopping.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Asks for a <see cref="Actors.ReceiveTimeout"/> each time nothing has been heard for so long.</summary>
    /// <param name="timeout">How long; null to end it.</param>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child, or oneself, after the message it is handling. What waits in its mailbox goes to dead letters.</summary>
    /// <param name="child">Whom to stop.</param>
    void Stop(IActorRef child);
}

/// <summary>The context with behaviours that take every message.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Handles messages with another behaviour from the next one on.</summary>
    /// <param name="receive">The behaviour.</param>
    void Become(UntypedReceive receive);

    /// <summary>As <see cref="Become"/>, keeping the present behaviour below.</summary>
    /// <param name="receive">The behaviour.</param>
    void BecomeStacked(UntypedReceive receive);
}
