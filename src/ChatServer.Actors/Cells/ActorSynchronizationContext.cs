namespace ChatServer.Actors;

/// <summary>Runs the continuation of an asynchronous handler in turns of its actor, with the same Context, Self and Sender.</summary>
internal sealed class ActorSynchronizationContext(Mailbox mailbox) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => mailbox.EnqueueSystem(new ContinuationMessage(d, state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An actor's turn cannot be waited for from outside; use Post, or tell it a message.");

    public override SynchronizationContext CreateCopy() => this;
}
