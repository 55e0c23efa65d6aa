namespace ChatServer.Actors;

/// <summary>Anything a message can be sent to: an actor's reference or a selection.</summary>
public interface ICanTell
{
    /// <summary>Sends a message and returns at once. Any thread may call it.</summary>
    /// <param name="message">What to send; never null, and not changed after sending.</param>
    /// <param name="sender">Where answers go; null for nobody.</param>
    /// <exception cref="InvalidMessageException">The message is null.</exception>
    void Tell(object message, IActorRef? sender);
}
