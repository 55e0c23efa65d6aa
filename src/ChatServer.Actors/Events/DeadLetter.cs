namespace ChatServer.Actors;

/// <summary>A message that should not make noise when it reaches nobody.</summary>
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

    /// <summary>To whom it was sent.</summary>
    public IActorRef Recipient { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}

/// <summary>A message to an actor that has stopped, or that there never was.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">To whom it was sent.</param>
public sealed class DeadLetter(object message, IActorRef sender, IActorRef recipient) : AllDeadLetters(message, sender, recipient);

/// <summary>As <see cref="DeadLetter"/>, for messages that are no loss: see <see cref="IDeadLetterSuppression"/>.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">To whom it was sent.</param>
public sealed class SuppressedDeadLetter(object message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);

/// <summary>A message that a living actor's mailbox had no room for.</summary>
/// <param name="message">The message.</param>
/// <param name="reason">Why it was dropped.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">To whom it was sent.</param>
public sealed class Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient)
{
    /// <summary>Why it was dropped.</summary>
    public string Reason { get; } = reason;
}
