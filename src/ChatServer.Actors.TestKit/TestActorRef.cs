namespace ChatServer.Actors.TestKit;

/// <summary>An actor that handles messages on the thread that sends them, and whose object the test can inspect.</summary>
/// <typeparam name="TActor">Its class.</typeparam>
public sealed class TestActorRef<TActor>
    where TActor : ActorBase
{
    internal TestActorRef(IActorRef actor) => Ref = actor;

    /// <summary>The reference.</summary>
    public IActorRef Ref { get; }

    /// <summary>The actor object; a new one after a restart.</summary>
    /// <exception cref="InvalidOperationException">The actor could not be created, or has stopped.</exception>
    public TActor UnderlyingActor => (TActor?)((LocalActorRef)Ref.AsInternal()).Cell.Actor
        ?? throw new InvalidOperationException($"There is no actor in {Ref}.");

    /// <summary>Sends a message, which is handled before this returns.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Where answers go; null for nobody.</param>
    public void Tell(object message, IActorRef? sender = null) => Ref.Tell(message, sender);
}
