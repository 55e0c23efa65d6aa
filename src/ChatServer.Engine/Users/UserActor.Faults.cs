using ChatServer.Engine.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Users;

/// <content>What becomes of a user whose actor has met a fault.</content>
public sealed partial class UserActor
{
    // Somebody else who has asked for the change that is being made. Who fails in the middle of it still owes him an answer.
    private IActorRef? _waitingForChange;

    /// <summary>Who fails at a request is not stopped at once, or his rooms would notice one by one, and a peer who shares three of them
    /// would see him quit three times. His connection closes instead, and he takes leave as anybody does. A fault in the middle of a
    /// change, or of the leave itself, still stops him.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            return base.AroundReceive(receive, message);
        }
        catch (Exception cause) when (message is IRequest and not (Quit or Kill))
        {
            _engine.Loggers.CreateLogger("ChatServer.Users").LogError(cause, "{Nick} met a fault and is closed", _identity.Nick.Text);
            _connection.Tell(new ConnectionActor.Close("Internal error"), ActorRefs.NoSender);
            return true;
        }
    }

    /// <inheritdoc/>
    protected override void PostStop() => _waitingForChange?.Tell(
        new Failed(new InvalidOperationException("The user met a fault in the middle of a change.")), ActorRefs.NoSender);

    /// <summary>A room has met a fault in the middle of a change, and may stand still for it. It is asked once more. A room that can't be
    /// told after that must not keep a member who is another by now: he is stopped, and by that it loses him and goes on. Of one who leaves
    /// it hears by the death watch anyhow.</summary>
    /// <returns>Whether to ask the room again.</returns>
    /// <exception cref="InvalidOperationException">It has been asked again already.</exception>
    private static bool MustReach(PeerChange change, Exception cause)
    {
        if (change.MayTryAgain()) return true;
        return change.Next is null ? false : throw new InvalidOperationException("A room can't be told of a change of its member.", cause);
    }
}
