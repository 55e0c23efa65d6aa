using ChatServer.Protocol;

namespace ChatClient.Session;

// A session outlives its connections: what the user had is restored on the next one.
internal sealed partial class IrcSession
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DateTimeOffset> _missedSince = new(StringComparer.Ordinal);
    private List<string> _roomsToRejoin = [];
    private DateTimeOffset? _awaySince;
    private string? _wantedAway;

    /// <summary>The connection is gone. Rooms, nick and away state are remembered, and restored after the next <see
    /// cref="Start"/>.</summary>
    /// <remarks>Sent but unconfirmed messages are reported as <see cref="Unconfirmed"/>, queued ones as <see cref="Refused"/>.</remarks>
    public SessionStep Lost()
    {
        var now = _time.GetUtcNow();
        foreach (var (label, lines) in _labelled)
        {
            if (lines.Speech is { } speech && _enabled.Contains("echo-message"))
                Raise(new Unconfirmed(now, ConversationOf(speech.Target, Nick, isOwn: true), label, speech.Text));
        }

        foreach (var lines in _queue.Abandon().Where(lines => lines.Speech is not null))
            Raise(NotSent(lines, "the connection was lost before it could be sent"));

        RememberRooms();
        ForgetConnection();
        return TakeStep();
    }

    // Rooms not yet rejoined when the next connection broke too must still be rejoined.
    private void RememberRooms()
    {
        var now = _rooms.Values.Select(room => room.Name).ToList();
        _roomsToRejoin = [.. now, .. _roomsToRejoin.Except(now, Features.CaseMapping)];
        if (_seen.Last() is not { } last)
            return;

        // A gap that an earlier loss left, and that is not filled yet, still begins where it began.
        _awaySince ??= last;
        foreach (var room in now)
            _missedSince.TryAdd(Fold(room), _seen.LastOf(Fold(room)) ?? last);
    }

    private void ForgetConnection()
    {
        Phase = SessionPhase.Offline;
        _negotiating = true;
        _pulse.Stop();
        _offered.Clear();
        _asked.Clear();
        _enabled.Clear();
        _labelled.Clear();
        _batches.Clear();
        _history.Clear();
        _typing.Clear();
        _people.Clear();
        _rooms.Clear();
        _joining.Clear();
        _namesSoFar.Clear();
        _whoUnderWay.Clear();
        _modesUnderWay.Clear();
        _nicks.Reset();
        _sasl = null;
        _loginFault = null;
        _isWatchingNick = _isLooking = false;
        _nickAskedFor = null;
        Account = null;
        AwayMessage = null;
        OwnModes = string.Empty;
        foreach (var friend in _friends.Keys.ToList())
            _friends[friend] = null;
    }

    private void Restore()
    {
        WatchFriends();
        if (_wantedAway is { } reason)
            Ask("AWAY", reason);

        foreach (var room in _roomsToRejoin)
        {
            if (_keys.TryGetValue(room, out var key))
                Ask("JOIN", room, key);
            else
                Ask("JOIN", room);
        }

        if (_awaySince is { } since)
            AskForMissedConversations(since);
    }

    // The server has answered our JOIN: either we are in the room, or it refused.
    private void OnRejoinAnswered(string room) => _roomsToRejoin.RemoveAll(name => Features.CaseMapping.Equals(name, room));

    // Asks which conversations have messages that we missed. The end is in the future, as our clock may be behind the server's.
    private void AskForMissedConversations(DateTimeOffset since)
    {
        var end = _time.GetUtcNow() + TimeSpan.FromDays(1);
        if (HasHistory)
            Ask("CHATHISTORY", "TARGETS", WireTime.Reference(since - ClockSkew), WireTime.Reference(end), "50");
    }

    // Remembers what the user's own lines ask for, to restore it on the next connection.
    private void NoteSubmitted(IrcMessage line)
    {
        switch (line.Verb.ToUpperInvariant())
        {
            case "JOIN":
                var rooms = Parameter(line, 0).Split(',');
                _joining.UnionWith(rooms);
                foreach (var (room, key) in rooms.Zip(Parameter(line, 1).Split(',')).Where(pair => pair.Second.Length > 0))
                    _keys[room] = key;
                break;
            case "AWAY":
                _wantedAway = Parameter(line, 0) is { Length: > 0 } reason ? reason : null;
                break;
            case "NICK":
                _nickAskedFor = Parameter(line, 0);
                break;
        }
    }
}
