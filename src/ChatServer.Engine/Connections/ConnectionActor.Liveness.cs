namespace ChatServer.Engine.Connections;

/// <content>Whether the client is still there: a silent one is sent a PING, and closed when it does not answer.</content>
public sealed partial class ConnectionActor
{
    private sealed record CheckIdle;

    private static readonly CheckIdle CheckIsDue = new();

    private long _heardAt;
    private bool _isPinged;

    private void NoteSignOfLife()
    {
        _heardAt = _engine.Clock.GetTimestamp();
        _isPinged = false;
    }

    private void CheckIdleAfter(TimeSpan delay) => Timers.StartSingleTimer(nameof(CheckIdle), CheckIsDue, delay);

    private void OnCheckIdle()
    {
        var timeouts = _engine.Settings.Timeouts;
        if (!_session.IsRegistered)
        {
            BeginClosing("Registration timed out");
            return;
        }

        _session.Counts.Tell();
        var silent = _engine.Clock.GetElapsedTime(_heardAt);
        if (silent < timeouts.PingAfter)
        {
            CheckIdleAfter(timeouts.PingAfter - silent);
        }
        else if (!_isPinged)
        {
            _isPinged = true;
            _session.Replies.Ping();
            CheckIdleAfter(timeouts.PongWithin);
        }
        else
        {
            BeginClosing($"Ping timeout: {(int)silent.TotalSeconds} seconds");
        }
    }
}
