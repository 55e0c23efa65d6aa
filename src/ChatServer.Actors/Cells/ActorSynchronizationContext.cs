namespace ChatServer.Actors;

/// <summary>Brings the rest of an asynchronous handler back into turns of its actor, where Context, Self and Sender are what they
/// were.</summary>
internal sealed class ActorSynchronizationContext(Mailbox mailbox) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => mailbox.EnqueueSystem(new ContinuationMessage(d, state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An actor's turn cannot be waited for from outside; use Post, or tell it a message.");

    public override SynchronizationContext CreateCopy() => this;
}
