namespace ChatServer.Actors.TestKit;

/// <summary>A message that a test actor received, with its sender.</summary>
/// <param name="Message">The message.</param>
/// <param name="Sender">Who sent it; the dead-letter reference if nobody did.</param>
public sealed record MessageEnvelope(object Message, IActorRef Sender)
{
    /// <inheritdoc/>
    public override string ToString() => $"<{Message}> from {Sender}";
}
