namespace ChatServer.Actors;

/// <summary>An actor with one method that gets every message.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The context of the actor that is running on the calling thread.</summary>
    /// <exception cref="NotSupportedException">No actor is running on the thread.</exception>
    protected static new IUntypedActorContext Context => (IUntypedActorContext)ActorBase.Context;

    /// <summary>Handles a message; calls <see cref="ActorBase.Unhandled"/> for one that it does not handle.</summary>
    /// <param name="message">The message.</param>
    protected abstract void OnReceive(object message);

    /// <inheritdoc/>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Switches behaviour, starting with the next message.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void Become(UntypedReceive receive) => Cell.Become(receive);

    /// <summary>As <see cref="Become"/>, but keeps the current behaviour on the stack.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void BecomeStacked(UntypedReceive receive) => Cell.BecomeStacked(receive);

    /// <summary>Runs an asynchronous action in this actor's turns; the mailbox waits until it completes.</summary>
    /// <param name="action">The action.</param>
    protected static void RunTask(Func<Task> action) => ActorCell.RunTask(static run => run(), action);
}
