using ChatServer.Engine.Commands;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <content>From lines to commands, one at a time.</content>
public sealed partial class ConnectionActor
{
    private sealed record CreditReturned;

    private sealed record BatchOverdue(ClientBatch Batch);

    /// <summary>How many lines a client may send without registering. Negotiation takes a dozen.</summary>
    private const int MostLinesBeforeRegistration = 1_024;

    private readonly FloodGate _flood;
    private int _linesBeforeRegistration;
    private ClientBatch? _timedBatch;

    /// <summary>Runs commands until one has to wait for its answer, the client has used up its credit, or no whole line is left.</summary>
    private void Proceed()
    {
        while (!_isClosing && !_isPulling)
        {
            if (_session.IsBusy && _session.SpokenTo is null) return;
            var wait = _flood.TimeToWait();
            if (wait > TimeSpan.Zero)
            {
                Timers.StartSingleTimer(nameof(CreditReturned), new CreditReturned(), wait);
                return;
            }

            if (!_session.IsBusy)
                RunNextLine();
            else if (!TrySpeakOn())
                return;
        }
    }

    private void RunNextLine()
    {
        if (_unread.IsEmpty)
        {
            AwaitMoreBytes();
            return;
        }

        var verdict = ReadLine(ref _unread, out var line);
        if (verdict != LineVerdict.NeedMore && !_session.IsRegistered && ++_linesBeforeRegistration > MostLinesBeforeRegistration)
        {
            BeginClosing("Too many lines before registration");
            return;
        }

        switch (verdict)
        {
            case LineVerdict.NeedMore:
                AwaitMoreBytes();
                break;
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
                // There is no numeric for a byte that no line may contain.
                _flood.Charge(1);
                _session.Replies.NumericWith(Numerics.ERR_UNKNOWNERROR, "A line may not hold NUL, or CR before its end", "*");
                break;
            case LineVerdict.Unterminated:
                BeginClosing("Line too long");
                break;
        }
    }

    /// <summary>Runs the next line without waiting if it says more to the room that is being spoken to; any other line stays where it
    /// is.</summary>
    private bool TrySpeakOn()
    {
        var ahead = _unread;
        if (ReadLine(ref ahead, out var line) != LineVerdict.Line) return false;
        if (!MessageParser.TryParse(line, out var message, out _) || !MessageCommands.TrySpeakOn(_session, message, line)) return false;
        _unread = ahead;
        _flood.Charge(CommandTable.CostOfSpeaking);
        return true;
    }

    private void Run(ReadOnlySpan<byte> line)
    {
        // A line that does not parse (one with a source but no verb, say) has nothing that could be answered. Source: Modern, Message
        // Format.
        if (!MessageParser.TryParse(line, out var message, out _))
        {
            _flood.Charge(1);
            return;
        }

        _flood.Charge(CommandTable.Run(_session, message, line));
        NoteEndOfCommand();
    }

    private void OnAnswer(IAnswer answer)
    {
        if (!_session.OnAnswer(answer))
        {
            Unhandled(answer);
            return;
        }

        NoteEndOfCommand();
        Proceed();
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
}
