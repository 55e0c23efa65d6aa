using ChatServer.Engine.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Users;

/// <content>What happens when the user's actor fails.</content>
public sealed partial class UserActor
{
    // Another user who asked for the change that is being made, and who must be answered even if it fails.
    private IActorRef? _waitingForChange;

    /// <summary>A fault in a request does not stop him at once: his rooms would notice one by one, and a peer who shares three of them
    /// would see him quit three times. His connection is closed instead, and he quits in the usual way. A fault in the middle of a change,
    /// or of quitting, still stops him.</summary>
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

    /// <summary>A room has failed in the middle of a change, and may be standing still for it. It is asked once more. If that fails too,
    /// the room must not keep an outdated member: the user is stopped, by which the room loses him and goes on. If he is quitting, the room
    /// learns it from the death watch anyway.</summary>
    /// <returns>Whether to ask the room again.</returns>
    /// <exception cref="InvalidOperationException">It has been asked again already.</exception>
    private static bool MustReach(PeerChange change, Exception cause)
    {
        if (change.MayTryAgain()) return true;
        return change.Next is null ? false : throw new InvalidOperationException("A room can't be told of a change of its member.", cause);
    }
}
