namespace ChatServer.SimulationTests.Model;

/// <content>Rooms that are called otherwise, people who are away, what is taken back, and the client's own modes.</content>
internal sealed partial class ClientModel
{
    // A minute, less what lies between a decision and what is told of it.
    private static readonly TimeSpan NameStays = TimeSpan.FromSeconds(59);

    private readonly HashSet<Said> _redacted = [];
    private bool _isMoving;

    // By user, as last told; a user of whom nothing was told since the client met him is not in it.
    private readonly Dictionary<string, string?> _lastAway = [];

    /// <summary>Letters of the client's own modes, as it has been told.</summary>
    public HashSet<char> UserModes { get; } = [];

    private bool _hasLaidDownWallops;

    // When it last heard of somebody, by user, that he is away or back.
    private readonly Dictionary<string, long> _awayHeardAt = [];

    /// <summary>What the client has told the server of why it is away; null when it is back.</summary>
    public string? Away { get; private set; }

    /// <summary>When it last told the server so, and the server had not answered yet.</summary>
    public long AwaySaidAt { get; private set; }

    /// <summary>Whether the client must have heard of what somebody else has told the server of being away, because it watched him by then
    /// and watches him still.</summary>
    public bool MustHaveHeardFromAfar(ClientModel other)
    {
        if (!Has(Plans.Speech.FromAfar) || !Has(Plans.Speech.Presence) || _hasWithdrawn || other.NicksHeld.Count > 1
            || other.AwaySaidAt == 0)
            return false;
        return Watched.ContainsKey(world.Names.Fold(other.Nick))
            && _hereSince.GetValueOrDefault(other.NicksHeld.Single(), long.MaxValue) < other.AwaySaidAt;
    }

    /// <summary>Whether it has heard since that somebody is away or back.</summary>
    public bool HasHeardOfAway(ClientModel other) => _awayHeardAt.GetValueOrDefault(other.UserName) > other.AwaySaidAt;

    /// <summary>Its real name as it has last asked for it; null when that may have been refused.</summary>
    public string? RealName { get; private set; } = $"client {number}";

    /// <summary>Its real name, if it has never wished for another; otherwise null.</summary>
    public string? CertainRealName => _hasChangedRealName ? null : RealName;

    private bool _hasChangedRealName;

    /// <summary>What it knows of others: their user names, and why they are away.</summary>
    public IReadOnlyDictionary<string, string?> AwayOfOthers => _lastAway;

    // :nick!user@host RENAME old new :reason. Source: IRCv3 draft/channel-rename.
    private void OnRename(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        var (before, after) = (world.Names.Fold(line[0]), world.Names.Fold(line[1]));
        Place(before, line);
        var by = MemberOf(room, line, line.Nick);
        if (by.Ranks is not null && by.Height < RoomView.Operator)
            throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' may not do this: {line}");
        CheckNameStays(room, line);
        room.Name = line[1];
        if (before == after) return;
        MoveMarker(before, after);
        Rooms.Remove(before);
        if (!Rooms.TryAdd(after, room)) throw Broken(Promise.KnowledgeIsTrue, $"is in a room of this name: {line}");
        if (_lastEvent.Remove(before, out var last)) _lastEvent[after] = last;
    }

    private void CheckNameStays(RoomView room, WireLine line)
    {
        if (TimeOf(line) is not { } now) return;
        if (now - room.RenamedAt < NameStays && !world.Settings.ClockJumps)
            throw Broken(Promise.RulesHold, $"{room.Name} has its name since {room.RenamedAt:O}: {line}");
        room.RenamedAt = now;
    }

    /// <summary>Whether a line is part of what a client that does not know of renaming sees of it: it leaves the room and comes to another,
    /// and that answers nothing that it has asked. Reasons of renaming look like no others.</summary>
    private bool IsMoving(WireLine line)
    {
        var begins = IsMine(line, "PART") && line[1].StartsWith('r');
        if (begins) _movedFrom = world.Names.Fold(line[0]);
        var isMoving = _isMoving || begins;
        _isMoving = isMoving && line.Verb != "366";
        return isMoving;
    }

    // :nick!user@host AWAY [:reason]. Source: IRCv3 away-notify.
    private void OnAway(WireLine line)
    {
        CheckAcquainted(line);
        _lastAway[line.User] = line.Parameters.Count == 0 ? null : line[0];
        _awayHeardAt[line.User] = world.Moment;
    }

    private void CheckAcquainted(WireLine line)
    {
        var nick = world.Names.Fold(line.Nick);
        if (line.User != UserName && !Rooms.Values.Any(room => room.Members.ContainsKey(nick))
            && !(Has(Plans.Speech.FromAfar) && _hasWatched.Contains(nick)))
            throw Broken(Promise.NothingSilent, $"hears of a stranger: {line}");
    }

    // :nick!user@host MODE nick modes
    private void OnOwnMode(WireLine line)
    {
        var adds = true;
        foreach (var letter in line[1])
        {
            if (letter is '+' or '-')
            {
                adds = letter == '+';
                continue;
            }

            _hasLaidDownWallops |= letter == 'w' && !adds;
            if (!(adds ? UserModes.Add(letter) : UserModes.Remove(letter)))
                throw Broken(Promise.KnowledgeIsTrue, $"changes nothing: {line}");
            if (letter == 'g' && !adds) _isSurelyCaller = false;
            if (letter == 'o' && adds && !_hasGivenPassword) throw Broken(Promise.RulesHold, $"has not given the password: {line}");
        }
    }

    // :nick!user@host REDACT target id [:reason]. Source: IRCv3 draft/message-redaction.
    private void OnRedact(WireLine line)
    {
        if (line.User == UserName && !Has(Plans.Speech.Echo) && !NicksHeld.Contains(world.Names.Fold(line[0])))
            throw Broken(Promise.NothingSilent, $"hears itself: {line}");
        if (world.Ledger.FindById(line[1]) is not { } said) return;
        _redacted.Add(said);
        said.IsRedacted = true;
        if (Rooms.GetValueOrDefault(world.Names.Fold(line[0])) is { } room)
        {
            room.Heard.Remove(said);
            room.Seen.Remove(said);
        }

        if (line.User == $"~u{said.Sender}") return;
        if (!line[0].StartsWith('#')) throw Broken(Promise.RulesHold, $"takes back what he has not said: {line}");
        var by = MemberOf(RoomOf(line, line[0]), line, line.Nick);
        if (by.Ranks is not null && by.Height < RoomView.HalfOperator)
            throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' takes back what somebody else has said: {line}");
    }
}
