namespace ChatServer.Actors;

/// <summary>A message that is not worth reporting when it reaches nobody.</summary>
public interface IDeadLetterSuppression;

/// <summary>A message that reached nobody, on the event stream.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    private protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient) =>
        (Message, Sender, Recipient) = (message, sender, recipient);

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>Who sent it; the dead-letter reference if nobody did.</summary>
    public IActorRef Sender { get; }

    /// <summary>Its intended recipient.</summary>
    public IActorRef Recipient { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}

/// <summary>A message to an actor that has stopped or never existed.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">Its intended recipient.</param>
public sealed class DeadLetter(object message, IActorRef sender, IActorRef recipient) : AllDeadLetters(message, sender, recipient);

/// <summary>As <see cref="DeadLetter"/>, for messages that are no loss: see <see cref="IDeadLetterSuppression"/>.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">Its intended recipient.</param>
public sealed class SuppressedDeadLetter(object message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);

/// <summary>A message for which a living actor's mailbox had no room.</summary>
/// <param name="message">The message.</param>
/// <param name="reason">Why it was dropped.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">Its intended recipient.</param>
public sealed class Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient)
{
    /// <summary>Why it was dropped.</summary>
    public string Reason { get; } = reason;
}
