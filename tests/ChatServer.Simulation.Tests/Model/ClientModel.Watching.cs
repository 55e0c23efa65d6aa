namespace ChatServer.SimulationTests.Model;

/// <content>Nicks of which the client wants to hear whether somebody has them. Source: IRCv3 monitor.</content>
internal sealed partial class ClientModel
{
    // With the number of the wish.
    private readonly Dictionary<string, int> _watched = [];
    private readonly Dictionary<string, bool> _isHere = [];
    private readonly Dictionary<string, long> _hereSince = [];
    private readonly HashSet<string> _hasWatched = [];
    private readonly HashSet<string> _withdrawn = [];
    private readonly HashSet<string> _noMoreWatched = [];
    private int _wishes;
    private bool _hasWithdrawn;
    private bool _hasBeenRefused;

    /// <summary>What the client knows of the nicks it watches; none when a fault may have kept the server from noting its wish.</summary>
    public IReadOnlyDictionary<string, bool> Watched => world.Faults == 0 ? _isHere : NobodyWatched;

    private static readonly Dictionary<string, bool> NobodyWatched = [];

    /// <summary>The nicks it has asked to watch and was not refused; null when a fault may have kept the server from noting it.</summary>
    /// <remarks>Which of several wishes a refusal means can't be said when one was withdrawn between them.</remarks>
    public IEnumerable<string>? Wished => world.Faults == 0 && !(_hasWithdrawn && _hasBeenRefused) ? _watched.Keys : null;

    private void ExpectWatch(string line, string[] words)
    {
        if (words[1] != "L") ExpectWithoutEnd(line);
        switch (words[1])
        {
            case "+":
                _wishes++;
                foreach (var nick in words[2].Split(','))
                {
                    _watched.TryAdd(world.Names.Fold(nick), _wishes);
                    _hasWatched.Add(world.Names.Fold(nick));
                    _withdrawn.Remove(world.Names.Fold(nick));
                    _noMoreWatched.Remove(world.Names.Fold(nick));
                }

                break;
            case "-":
                foreach (var nick in words[2].Split(',')) Forget(world.Names.Fold(nick));
                break;
            case "C":
                foreach (var nick in _watched.Keys.ToList()) Forget(nick);
                break;
            case "L":
                Told.Monitored = [];
                ExpectNumeric(line, "733");
                break;
        }

        void Forget(string nick)
        {
            _hasWithdrawn = true;
            _withdrawn.Add(nick);
            _watched.Remove(nick);
            _isHere.Remove(nick);
        }
    }

    /// <summary>What the client has asked for up to here is answered: of every nick it knows whether somebody has it.</summary>
    private void CheckPresence(int wishes)
    {
        if (world.Faults > 0) return;
        var granted = _watched.Where(watched => watched.Value <= wishes).Select(watched => watched.Key).ToList();
        if (granted.Find(nick => !_isHere.ContainsKey(nick)) is { } missing)
            throw Broken(Promise.OneCommandAtATime, $"was not told whether {missing} is here, and its next command was answered");
        if (granted.Count > world.Limits.Most(limits => limits.MonitorEntries))
            throw Broken(Promise.BoundedEverything, $"watches {granted.Count} nicks: {string.Join(' ', granted)}");
    }

    // 734 client limit nick,... :text
    private void OnTooManyWatched(WireLine line)
    {
        _hasBeenRefused = true;

        // Of a wish before, that was withdrawn, there may have been an answer meanwhile.
        foreach (var nick in line[2].Split(',').Select(world.Names.Fold))
        {
            _watched.Remove(nick);
            _isHere.Remove(nick);
        }

        if (!_hasWithdrawn && _watched.Count < LeastOf(limits => limits.MonitorEntries))
            throw Broken(Promise.RulesHold, $"watches no more than {_watched.Count} nicks: {line}");
    }

    /// <summary>Who is asked for by the nick that he is just taking may be shown under the one that he still has.</summary>
    private bool IsJustTakingAnother(string nick) =>
        world.Clients.Exists(other => other.NicksHeld.Contains(nick) && other.NicksHeld.Any(_watched.ContainsKey));

    // 730 client nick!user@host,... and 731 client nick,...
    private void OnPresence(WireLine line)
    {
        foreach (var shown in line[1].Split(','))
        {
            var nick = world.Names.Fold(shown.Split('!')[0]);

            // It may have asked meanwhile to hear of it no more, and that is still on its way.
            if (_noMoreWatched.Contains(nick) && world.Faults == 0 && !IsJustTakingAnother(nick))
                throw Broken(Promise.RulesHold, $"does not watch {nick} any more: {line}");
            if (!_watched.ContainsKey(nick)) continue;
            _isHere[nick] = line.Verb == "730";
            if (line.Verb == "730") _hereSince.TryAdd(nick, world.Moment);
            else _hereSince.Remove(nick);
        }
    }
}
