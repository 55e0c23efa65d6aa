using ChatServer.Engine.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Users;

/// <content>What becomes of a user whose actor has met a fault.</content>
public sealed partial class UserActor
{
    /// <summary>Who fails at a request is not stopped at once, or his rooms would notice one by one, and a peer who shares three of them would
    /// see him quit three times. His connection closes instead, and he takes leave as anybody does. A fault in the middle of a change, or of
    /// the leave itself, still stops him.</summary>
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
}
