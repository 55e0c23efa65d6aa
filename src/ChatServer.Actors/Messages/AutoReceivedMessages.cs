namespace ChatServer.Actors;

/// <summary>A message that the runtime handles for the actor. It queues in the mailbox like any other.</summary>
public interface IAutoReceivedMessage;

/// <summary>A message that can do harm if sent to the wrong actor.</summary>
public interface IPossiblyHarmful;

/// <summary>A message that wraps another.</summary>
public interface IWrappedMessage
{
    /// <summary>The wrapped message.</summary>
    object Message { get; }
}

/// <summary>Base of the messages that the runtime handles itself, so that one type test tells them from all others.</summary>
public abstract class AutoReceivedMessage : IAutoReceivedMessage
{
    private protected AutoReceivedMessage()
    {
    }
}

/// <summary>Stops the actor when it reaches the front of the mailbox: messages queued before it are still handled.</summary>
public sealed class PoisonPill : AutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    /// <summary>The one instance.</summary>
    public static PoisonPill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<PoisonPill>";
}

/// <summary>Makes the actor fail with <see cref="ActorKilledException"/>; its supervisor decides (by default to stop it).</summary>
public sealed class Kill : AutoReceivedMessage, IPossiblyHarmful
{
    private Kill()
    {
    }

    /// <summary>The one instance.</summary>
    public static Kill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<Kill>";
}

/// <summary>Tells a watcher that the watched actor has stopped. Arrives once, after every message that the actor has sent to the
/// watcher.</summary>
/// <param name="actorRef">The actor that has stopped.</param>
/// <param name="existenceConfirmed">False if no such actor ever existed.</param>
/// <param name="addressTerminated">Always false here: no actor lives on another machine.</param>
public sealed class Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    : AutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, IEquatable<Terminated>
{
    /// <summary>The actor that has stopped.</summary>
    public IActorRef ActorRef { get; } = actorRef;

    /// <summary>False if no such actor ever existed.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <summary>Always false here: no actor lives on another machine.</summary>
    public bool AddressTerminated { get; } = addressTerminated;

    /// <inheritdoc/>
    public bool Equals(Terminated? other) =>
        other is not null && ActorRef.Equals(other.ActorRef) && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, ExistenceConfirmed);

    /// <inheritdoc/>
    public override string ToString() => $"<Terminated>: {ActorRef}";
}

/// <summary>Asks any actor for its reference. The runtime answers with <see cref="ActorIdentity"/>; the actor does not see the
/// question.</summary>
/// <param name="messageId">Returned in the answer.</param>
public sealed class Identify(object messageId) : AutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>Returned in the answer.</summary>
    public object MessageId { get; } = messageId;

    /// <inheritdoc/>
    public override string ToString() => $"<Identify>: {MessageId}";
}

/// <summary>The answer to <see cref="Identify"/>.</summary>
/// <param name="messageId">The id from the question.</param>
/// <param name="subject">The actor, or null if there is none.</param>
public sealed class ActorIdentity(object messageId, IActorRef? subject)
{
    /// <summary>The id from the question.</summary>
    public object MessageId { get; } = messageId;

    /// <summary>The actor, or null if there is none.</summary>
    public IActorRef? Subject { get; } = subject;

    /// <inheritdoc/>
    public override string ToString() => $"<ActorIdentity>: {MessageId} {Subject}";
}
