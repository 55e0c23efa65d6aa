namespace ChatServer.SimulationTests.Model;

/// <content>Who speaks to whom: users who hear only those whom they have accepted, or have spoken to themselves (mode <c>g</c>), and
/// answers that nobody gets who has not asked for them. Source: ratbox, as clients know it; RFC 2812 section 3.3.2.</content>
internal sealed partial class ClientModel
{
    // A minute, less what a line may be under way.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(50);

    private readonly HashSet<string> _accepted = [];
    private readonly HashSet<string> _spokenTo = [];
    private readonly HashSet<string> _talkedTo = [];
    private readonly Dictionary<int, long> _heardFromCallers = [];
    private bool _isSurelyCaller;
    private bool _hasInvited;
    private bool _hasWithdrawnAcceptance;
    private DateTimeOffset? _calledAt;

    /// <summary>Whether it has given the password of an operator of the server.</summary>
    public bool MayBeOperator => _hasGivenPassword;

    private void NoteAccepted(string wish)
    {
        foreach (var nick in wish.Split(','))
        {
            if (nick.StartsWith('-')) _hasWithdrawnAcceptance = true;
            else _accepted.Add(world.Names.Fold(nick));
        }
    }

    /// <summary>The client is about to address somebody, or a room.</summary>
    private void NoteAddressed(string verb, string target)
    {
        var name = world.Names.Fold(target.TrimStart([.. RoomView.RankSigns]));
        if (verb is "PRIVMSG" or "NOTICE" or "TAGMSG") _spokenTo.Add(name);
        if (verb != "NOTICE") _talkedTo.Add(name);
        _hasInvited |= verb == "INVITE";
    }

    private void CheckMayCall(Said said, WireLine line)
    {
        if (said.IsFromCaller) _heardFromCallers.TryAdd(said.Sender, world.Moment);
        if (!_isSurelyCaller || !UserModes.Contains('g') || said.Sender == Number
            || world.Find(line.User) is not { MayBeOperator: false } caller)
            return;
        if (!caller.NicksHeld.Overlaps(_accepted) && !caller.NicksHeld.Overlaps(_spokenTo))
            throw Broken(Promise.RulesHold, $"has not accepted him: {line}");
    }

    /// <summary>The client is not heard by somebody; whether it should have been.</summary>
    private void CheckTurnedAway(Said said, WireLine line)
    {
        if (said.IsByOperator && !_hasLaidDownPower) throw Broken(Promise.RulesHold, $"operators are always heard: {line}");
        var holders = world.Clients.Where(client => client.NicksHeld.Contains(said.Target)).ToList();
        if (holders is not [{ _hasWithdrawnAcceptance: false } holder] || world.Faults > 0) return;
        if (_heardFromCallers.TryGetValue(holder.Number, out var heardAt) && heardAt < said.Moment)
            throw Broken(Promise.RulesHold, $"has been spoken to by {holder.Nick}, who must hear its answer: {line}");
    }

    // 718 client nick user@host :is messaging you
    private void OnCalled(WireLine line)
    {
        // A NOTICE calls nobody.
        if (world.Find(line[2].Split('@')[0]) is { } caller && !caller._talkedTo.Overlaps(NicksHeld))
            throw Broken(Promise.RulesHold, $"has not been called by him: {line}");

        // Only the server knows when: a client may read late what it was told long ago.
        if (TimeOf(line) is not { } now || world.Settings.ClockJumps) return;
        if (_calledAt is { } last && now - last < BetweenCalls)
            throw Broken(Promise.BoundedEverything, $"was told so {now - last} ago: {line}");
        _calledAt = now;
    }

    // 301 client nick :away, and 404 client room :refusal. A NOTICE is never answered.
    private void CheckIsAnswer(WireLine line)
    {
        // Whom an invitation names may have another nick by then.
        if (_hasInvited && line.Verb == "301") return;
        if (!_talkedTo.Contains(world.Names.Fold(line[1])))
            throw Broken(Promise.RulesHold, $"has said nothing there that is answered: {line}");
    }
}
