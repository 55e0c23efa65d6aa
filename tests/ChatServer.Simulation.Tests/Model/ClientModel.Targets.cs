namespace ChatServer.SimulationTests.Model;

/// <content>Where something was said of late: rooms that the client is in, and people with whom it has talked. Source: IRCv3
/// draft/chathistory, TARGETS.</content>
internal sealed partial class ClientModel
{
    private readonly Dictionary<string, TargetList> _targetLists = [];

    /// <summary>An answer that is coming.</summary>
    /// <param name="Rooms">Stays in rooms where the client had heard something when it asked.</param>
    /// <param name="Partners">Those with whom it had talked, who had had one nick only.</param>
    private sealed record TargetList(IReadOnlyCollection<int> Rooms, IReadOnlyCollection<ClientModel> Partners)
    {
        public List<(string Name, DateTimeOffset Time)> Shown { get; } = [];
    }

    private void ExpectTargets(string line)
    {
        var remembered = world.Limits.Least(limits => limits.HistoryEvents);
        var rooms = Rooms.Values.Where(room => room.Heard.Count > 0 && 2 * room.EventsSeen < remembered).Select(room => room.Epoch)
            .ToList();
        var partners = _privates.Where(talk => talk.Said.Verb != "TAGMSG").Select(talk => PartnerIn(talk.Said)).OfType<ClientModel>()
            .Distinct().ToList();
        Expect(
            line,
            reply => IsFailure(reply, "CHATHISTORY") || IsBatchOf(reply, "draft/chathistory-targets"),
            onOver: answer =>
            {
                if (answer?.Verb == "BATCH") _targetLists.Add(answer[0][1..], new TargetList(rooms, partners));
            });
    }

    /// <summary>With whom a message was exchanged, if he has had one nick only; otherwise null.</summary>
    private ClientModel? PartnerIn(Said said)
    {
        var partners = world.Clients.Where(client => client.Number == said.Sender
            ? said.Sender != Number
            : said.Sender == Number && client.NicksHeld.Contains(said.Target)).ToList();
        return partners is [{ NicksHeld.Count: 1 } partner] && partner != this ? partner : null;
    }

    /// <summary>Those with whom it has talked and who listen, the last ones first.</summary>
    public IEnumerable<ClientModel> Partners => _privates.AsEnumerable().Reverse()
        .Select(talk => talk.Said.Sender == Number ? talk.Said.HeardBy.FirstOrDefault() : talk.Said.Sender).Distinct()
        .Select(other => world.Clients.Find(client => client.Number == other)).OfType<ClientModel>()
        .Where(other => other != this && other.IsAttentive);

    // CHATHISTORY TARGETS name time
    private void OnTarget(string reference, WireLine line)
    {
        if (line.Verb == "CHATHISTORY" && Stamps.Read(line[2]) is { } time && _targetLists.TryGetValue(reference, out var list))
            list.Shown.Add((line[1], time));
    }

    private void CompareTargets(string reference)
    {
        if (!_targetLists.Remove(reference, out var list)) return;
        if (list.Shown.Zip(list.Shown.Skip(1)).Any(pair => pair.First.Time > pair.Second.Time)) throw Wrong("are not in order");
        var shown = list.Shown.Select(target => world.Names.Fold(target.Name)).ToHashSet();
        if (shown.Count < list.Shown.Count) throw Wrong("name one twice");
        var stranger = shown.FirstOrDefault(name => name.StartsWith('#') && !Rooms.ContainsKey(name) && !world.Aliases.IsDoubtful(name));
        if (stranger is not null && !_wasThrownOut) throw Wrong($"name {stranger}, where it is not");
        if (world.Faults > 0 || world.Ledger.HasRedactions || world.HidesSpeech || world.Settings.HistoryAge > TimeSpan.Zero) return;
        foreach (var (name, room) in Rooms.Where(room => list.Rooms.Contains(room.Value.Epoch) && !world.Aliases.IsDoubtful(room.Key)))
        {
            if (!shown.Contains(name)) throw Wrong($"lack {room.Name}");
        }

        // Who has wished for another nick meanwhile may be known by that.
        if (list.Partners.FirstOrDefault(partner => partner.NicksHeld.Count == 1 && !shown.Overlaps(partner.NicksHeld)) is { } missing)
            throw Wrong($"lack {missing.Nick}");

        BrokenPromiseException Wrong(string how) =>
            Broken(Promise.KnowledgeIsTrue, $"the targets {how}: {string.Join(' ', list.Shown.Select(target => target.Name))}");
    }
}
