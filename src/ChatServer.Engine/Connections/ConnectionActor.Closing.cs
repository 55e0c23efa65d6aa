using ChatServer.Engine.Users;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <content>The one way a connection ends, however it began: take leave of the others, say why, stop reading,
/// and be gone by a deadline.</content>
public sealed partial class ConnectionActor
{
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

    private void WatchUser()
    {
        _isWatchingUser = true;
        Context.WatchWith(_session.User, new UserLost());
        // The timer of registration will do, unless it comes too late.
        var timeouts = _engine.Settings.Timeouts;
        if (timeouts.PingAfter < timeouts.Registration) Timers.StartSingleTimer(nameof(CheckIdle), CheckIsDue, timeouts.PingAfter);
        _log.LogDebug("{Connection} is {Nick}", _session.Id, _session.Addressee);
    }

    /// <summary>Runs a step of sending; false when the transport is closed or broken.</summary>
    private bool TrySend(Func<Outbound, bool> step)
    {
        try
        {
            return step(_outbound);
        }
        catch (Exception broken)
        {
            // Whatever a transport throws from a flush means that the network broke.
            _log.LogDebug(broken, "{Connection} broke while sending", _session.Id);
            return false;
        }
    }
}
