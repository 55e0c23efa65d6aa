namespace ChatServer.Actors;

/// <summary>A message with its sender.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Where answers go; null for nobody.</param>
public readonly struct Envelope(object message, IActorRef? sender)
{
    /// <summary>The message.</summary>
    public object Message { get; } = message;

    /// <summary>Where answers go; null for nobody.</summary>
    public IActorRef? Sender { get; } = sender;

    /// <inheritdoc/>
    public override string ToString() => $"<{Message}> from {Sender?.ToString() ?? "NoSender"}";
}
