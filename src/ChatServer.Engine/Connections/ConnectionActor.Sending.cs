using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <content>When written bytes leave, and what happens to a client that does not take them.</content>
public sealed partial class ConnectionActor
{
    private bool _awaitsTaken;

    private void OnFlush()
    {
        if (!TrySend(static outbound => outbound.Flush())) Vanish("Connection closed");
    }

    private void OnFlushEnded()
    {
        if (!TrySend(static outbound => outbound.CompleteFlush()))
            Vanish("Connection closed");
        else if (_awaitsTaken)
            OnAwaitTaken();
    }

    // Nothing is read while a long answer is being written; that the client takes it shows that it is still there.
    private void OnAwaitTaken()
    {
        _awaitsTaken = _outbound.BacklogBytes > 0;
        if (_awaitsTaken) return;
        NoteSignOfLife();
        Self.Tell(Done.Instance);
    }

    private void CloseIfTooSlow()
    {
        if (_outbound.BacklogBytes <= _engine.Settings.Limits.SendQueueBytes) return;
        _log.LogInformation("{Connection} ({Nick}) does not read; it is closed", _session.Id, _session.Addressee);
        BeginClosing("SendQ exceeded");
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
