namespace ChatServer.Actors;

/// <summary>A message that an actor did not handle, on the event stream.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it; the dead-letter reference if nobody did.</param>
/// <param name="recipient">The actor.</param>
public sealed class UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
{
    /// <summary>The message.</summary>
    public object Message { get; } = message;

    /// <summary>Who sent it; the dead-letter reference if nobody did.</summary>
    public IActorRef Sender { get; } = sender;

    /// <summary>The actor.</summary>
    public IActorRef Recipient { get; } = recipient;

    /// <inheritdoc/>
    public override string ToString() => $"Unhandled by {Recipient}, from {Sender}: <{Message}>";
}
