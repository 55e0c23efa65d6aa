namespace ChatServer.Actors;

/// <summary>Sending with the sender that the context implies.</summary>
public static class ActorRefExtensions
{
    /// <summary>Sends a message. Inside an actor, that actor is the sender; elsewhere there is none.</summary>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">What to send; never null.</param>
    public static void Tell(this IActorRef receiver, object message)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        receiver.Tell(message, ActorCell.Current?.Self);
    }

    /// <summary>Passes a message on with the sender of the current message, so that the answer goes directly to him.</summary>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">What to send; never null.</param>
    public static void Forward(this IActorRef receiver, object message)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        receiver.Tell(message, ActorCell.Current?.Sender);
    }

    /// <summary>Whether the reference is null or <see cref="ActorRefs.Nobody"/>.</summary>
    /// <param name="actorRef">The reference in question.</param>
    public static bool IsNobody(this IActorRef? actorRef) => actorRef is null || ReferenceEquals(actorRef, ActorRefs.Nobody);

    /// <summary>The reference, or another if it is nobody.</summary>
    /// <param name="actorRef">The reference in question.</param>
    /// <param name="elseValue">Provides the other reference.</param>
    public static IActorRef GetOrElse(this IActorRef? actorRef, Func<IActorRef> elseValue)
    {
        ArgumentNullException.ThrowIfNull(elseValue);
        return actorRef.IsNobody() ? elseValue() : actorRef!;
    }
}
