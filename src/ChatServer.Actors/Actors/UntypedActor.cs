namespace ChatServer.Actors;

/// <summary>An actor with one method that gets every message.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The context of the actor that the calling thread is running.</summary>
    /// <exception cref="NotSupportedException">The thread is running none.</exception>
    protected static new IUntypedActorContext Context => (IUntypedActorContext)ActorBase.Context;

    /// <summary>Handles a message; calls <see cref="ActorBase.Unhandled"/> for one it does not know.</summary>
    /// <param name="message">The message.</param>
    protected abstract void OnReceive(object message);

    /// <inheritdoc/>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Handles messages with another behaviour from the next one on.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void Become(UntypedReceive receive) => Cell.Become(receive);

    /// <summary>As <see cref="Become"/>, keeping the present behaviour below.</summary>
    /// <param name="receive">The behaviour.</param>
    protected void BecomeStacked(UntypedReceive receive) => Cell.BecomeStacked(receive);

    /// <summary>Runs an asynchronous action in this actor's turns; the mailbox waits until it has ended.</summary>
    /// <param name="action">The action.</param>
    protected static void RunTask(Func<Task> action) => ActorCell.RunTask(static run => run(), action);
}
