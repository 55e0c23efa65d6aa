using System.IO.Pipelines;
using ChatServer.Engine.Commands;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <content>From bytes to commands.</content>
public sealed partial class ConnectionActor
{
    /// <summary>How much one may say without registering. Negotiation takes a dozen lines.</summary>
    private const int MostLinesBeforeRegistration = 1_024;

    [ThreadStatic]
    private static byte[]? ScratchBuffer;

    private int _linesBeforeRegistration;
    private ClientBatch? _timedBatch;

    private void Pull()
    {
        _isPulling = true;
        _inbound.Pull();
    }

    private void OnBytesArrived()
    {
        if (!TryTake(out var batch))
        {
            Vanish("Connection reset");
            return;
        }

        NoteSignOfLife();
        _unread = batch.Buffer;
        _inputEnded = batch.IsCompleted;
        Proceed();
    }

    private void NoteSignOfLife()
    {
        _heardAt = _engine.Clock.GetTimestamp();
        _isPinged = false;
    }

    /// <summary>Runs commands until one has to wait for its answer, the client has spent its credit,
    /// or there is no whole line left.</summary>
    private void Proceed()
    {
        while (!_isClosing && !_isPulling)
        {
            if (_session.IsBusy && _session.SpokenTo is null) return;
            var wait = _flood.Wait();
            if (wait > TimeSpan.Zero)
            {
                Timers.StartSingleTimer(nameof(CreditReturned), new CreditReturned(), wait);
                return;
            }

            if (_session.IsBusy)
            {
                if (!TrySpeakOn()) return;
                continue;
            }

            var verdict = LineReader.Read(ref _unread, _lineLimits, Scratch(_lineLimits.ScratchBytes), out var line);
            if (verdict != LineVerdict.NeedMore && !_session.IsRegistered && ++_linesBeforeRegistration > MostLinesBeforeRegistration)
            {
                BeginClosing("Too many lines before registration");
                return;
            }

            switch (verdict)
            {
                case LineVerdict.NeedMore when _inputEnded:
                    Vanish("Connection closed");
                    return;
                case LineVerdict.NeedMore:
                    _inbound.Consume(_unread);
                    // Given back; whoever is silent must not keep it from being used again, or forgotten.
                    _unread = default;
                    Pull();
                    return;
                case LineVerdict.Line:
                    Run(line);
                    break;
                case LineVerdict.BodyTooLong when !_engine.Settings.Limits.RejectOverlongLines:
                    Run(line);
                    break;
                case LineVerdict.BodyTooLong or LineVerdict.TagsTooLong:
                    _flood.Charge(1);
                    CommandTable.RefuseOverlong(_session, line);
                    break;
                case LineVerdict.IllegalByte:
                    // No numeric says "a byte that no line may hold"; the line is as good as unknown.
                    _flood.Charge(1);
                    _session.Replies.NumericWith(Numerics.ERR_UNKNOWNERROR, "A line may not hold NUL, or CR before its end", "*");
                    break;
                case LineVerdict.Unterminated:
                    BeginClosing("Line too long");
                    return;
            }
        }
    }

    /// <summary>Looks whether the next line says more to the room that is being spoken to; any other line stays where it is.</summary>
    private bool TrySpeakOn()
    {
        var ahead = _unread;
        if (LineReader.Read(ref ahead, _lineLimits, Scratch(_lineLimits.ScratchBytes), out var line) != LineVerdict.Line) return false;
        if (!MessageParser.TryParse(line, out var message, out _) || !MessageCommands.TrySpeakOn(_session, message, line)) return false;
        _unread = ahead;
        _flood.Charge(CommandTable.CostOfSpeaking);
        return true;
    }

    private void Run(ReadOnlySpan<byte> line)
    {
        // What does not parse (a source and no verb, say) has nothing that could be answered. Source: Modern, Message Format.
        if (!MessageParser.TryParse(line, out var message, out _))
        {
            _flood.Charge(1);
            return;
        }

        _flood.Charge(CommandTable.Run(_session, message, line));
        NoteEndOfCommand();
    }

    private void NoteEndOfCommand()
    {
        if (_session.IsBusy) return;
        _session.Replies.EndResponse();
        if (_session.IsRegistered && !_isWatchingUser) WatchUser();
        if (_session.OpenBatch != _timedBatch) TimeBatch();
        CloseIfTooSlow();
    }

    private void TimeBatch()
    {
        _timedBatch = _session.OpenBatch;
        if (_timedBatch is null)
            Timers.Cancel(nameof(BatchOverdue));
        else
            Timers.StartSingleTimer(nameof(BatchOverdue), new BatchOverdue(_timedBatch), BatchCommand.Longest);
    }

    // One for each thread is enough: a line is dealt with before the turn ends. Connections of one process may have different limits.
    private static byte[] Scratch(int bytes) =>
        ScratchBuffer is { } scratch && scratch.Length >= bytes ? scratch : ScratchBuffer = new byte[bytes];

    private bool TryTake(out ReadResult batch)
    {
        _isPulling = false;
        try
        {
            batch = _inbound.Take();
            return true;
        }
        catch (Exception broken)
        {
            // Whatever a transport throws from a read means that the network broke: resets and aborts are ordinary.
            _log.LogDebug(broken, "{Connection} broke while reading", _session.Id);
            batch = default;
            return false;
        }
    }
}
