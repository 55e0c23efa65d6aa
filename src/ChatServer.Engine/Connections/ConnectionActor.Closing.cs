using ChatServer.Domain;
using ChatServer.Engine.Users;
using ChatServer.Protocol;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Engine.Connections;

/// <content>The one way a connection ends, however it began: take leave of the others, say why, stop reading,
/// and be gone by a deadline.</content>
public sealed partial class ConnectionActor
{
    private sealed record CloseOverdue;

    private bool _isClosing;

    /// <summary>Ends the connection in order: ERROR, then the end of the stream.</summary>
    private void BeginClosing(string reason)
    {
        if (_isClosing) return;
        _isClosing = true;
        TakeLeave(reason);
        _session.Replies.Error(reason);
        _session.Replies.EndResponse();
        _outbound.Complete();
        Timers.CancelAll();
        Timers.StartSingleTimer(nameof(CloseOverdue), new CloseOverdue(), _engine.Settings.Timeouts.Shutdown);
        Become(Closing);
        if (!_isPulling) DropUnread();
    }

    /// <summary>The socket is gone already; nobody is left to tell on this side.</summary>
    private void Vanish(string reason)
    {
        if (!_isClosing) TakeLeave(reason);
        _isClosing = true;
        Context.Stop(Self);
    }

    private void TakeLeave(string reason)
    {
        _session.Counts.Tell();
        _session.Neighbours.Listener.Tell(new ListenerActor.Leaving(_session.Id));
        if (_session.Identity is { } user)
        {
            _session.Neighbours.Users.Tell(new UserDirectoryActor.Leaving(user.Id));
            _session.User.Tell(new UserActor.Quit(WireText.From(reason)));
        }
        else
        {
            _session.Neighbours.Users.Tell(UserDirectoryActor.GiveBack.Instance);
        }
    }

    /// <summary>ERROR is on its way. What the client still sends is read and dropped,
    /// so that it gets to see the ERROR before the end.</summary>
    private bool Closing(object message)
    {
        switch (message)
        {
            case Inbound.BytesArrived:
                Drain();
                break;
            case CloseOverdue:
                _transport.Abort(new ConnectionAbortedException("The client did not read its last line."));
                Context.Stop(Self);
                break;
            case IRequest:
                Sender.Tell(new Denied(Refusal.NoSuchNick));
                break;
        }

        return true;
    }

    private void DropUnread()
    {
        if (_inputEnded)
        {
            Context.Stop(Self);
            return;
        }

        _inbound.Consume(_unread.Slice(_unread.End));
        Pull();
    }

    private void Drain()
    {
        if (!TryTake(out var batch) || batch.IsCompleted)
        {
            Context.Stop(Self);
            return;
        }

        _unread = batch.Buffer;
        DropUnread();
    }
}
