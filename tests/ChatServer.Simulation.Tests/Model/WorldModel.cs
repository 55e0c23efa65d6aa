using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Model;

/// <summary>What is known of everybody together: enough to say of what one client sees whether it can be.</summary>
internal sealed partial class WorldModel(RunSettings settings)
{
    private readonly Dictionary<string, RoomOrder> _orders = [];
    private readonly Dictionary<(string Room, string Nick), long> _invited = [];
    private readonly HashSet<(int Client, string Room, string Key)> _keysTried = [];
    private readonly HashSet<string> _killed = [];
    private readonly HashSet<(string User, string Room, char Letter, bool Adds, string? Nick)> _forced = [];
    private readonly Dictionary<string, ClientModel> _byUser = [];
    private bool _hasFaultInChange;

    public RunSettings Settings => settings;

    public Limits Limits { get; } = new(settings);

    public Names Names { get; } = new(settings.Rfc1459);

    public RoomAliases Aliases { get; } = new(new Names(settings.Rfc1459));

    public WireReader Reader { get; } = new();

    public Stamps Stamps { get; } = new();

    public Ledger Ledger { get; } = new();

    public Reasons Reasons { get; } = new();

    /// <summary>Whether somebody has wished that a room hide what plain members say (mode <c>U</c>).</summary>
    public bool HidesSpeech { get; set; }

    /// <summary>Whether somebody has wished for exceptions from bans, or from invitations.</summary>
    public bool HasExceptions { get; set; }

    /// <summary>Whether somebody has wished that a room send on those whom it does not let in (mode <c>f</c>).</summary>
    public bool HasForwards { get; set; }

    /// <summary>Whether somebody has wished that somebody have another host.</summary>
    public bool HasNewHosts { get; set; }

    /// <summary>How many nicks somebody has wished for instead of his own.</summary>
    public int NicksWished { get; set; }

    public List<ClientModel> Clients { get; } = [];

    /// <summary>How many faults the simulation has made of which some client is closed, nobody knows which.</summary>
    public int FaultsThatClose { get; set; }

    /// <summary>How many events have been heard that change what is true, by whomever.</summary>
    public int Changes { get; set; }

    /// <summary>How many faults the simulation has made in all. Whoever asked is told 400.</summary>
    public int Faults { get; set; }

    /// <summary>A room is to fail in the middle of a change.</summary>
    /// <returns>Whether it is the first time: who fails twice in one change is given up.</returns>
    public bool TryFaultInChange()
    {
        var isFirst = !_hasFaultInChange;
        _hasFaultInChange = true;
        return isFirst;
    }

    public void NoteInvitation(string room, string nick) => _invited.TryAdd((Names.Fold(room), Names.Fold(nick)), Moment);

    public void NoteKey(int client, string room, string key) => _keysTried.Add((client, room, key));

    public void NoteKill(string nick) => _killed.Add(Names.Fold(nick));

    /// <summary>An operator of the server wishes for modes of a room, whatever he is there.</summary>
    public void NoteForcedMode(string user, string room, (char Letter, bool Adds, string? Parameter) change) =>
        _forced.Add((user, room, change.Letter, change.Adds, NamedBy(change)));

    public bool HasForcedMode(string user, string room, (char Letter, bool Adds, string? Parameter) change) => _forced.Any(forced =>
        forced.User == user && forced.Letter == change.Letter && forced.Adds == change.Adds && forced.Nick == NamedBy(change)
        && Aliases.MayBeSame(forced.Room, room));

    // A nick is shown as it was given; masks, keys and numbers as the server has them.
    private string? NamedBy((char Letter, bool Adds, string? Parameter) change) =>
        RoomView.RankLetters.Contains(change.Letter, StringComparison.Ordinal) && change.Parameter is { } nick ? Names.Fold(nick) : null;

    public bool WasInvited(ClientModel? client, string room) =>
        client is null || _invited.Keys.Any(invited => Aliases.MayBeSame(invited.Room, room) && client.NicksHeld.Contains(invited.Nick));

    /// <summary>Whether somebody has been in a room ever since before anybody asked the client there: it is the room that he was invited
    /// to.</summary>
    public bool IsOpenSinceInvitation(ClientModel client, string room)
    {
        var moment = client.NicksHeld.Min(nick => _invited.GetValueOrDefault((room, nick), long.MaxValue));
        return Attentive.Any(other => other.Rooms.GetValueOrDefault(room) is { } view && view.Since < moment);
    }

    public bool TriedKey(ClientModel? client, string room, string key) =>
        client is null
        || _keysTried.Any(tried => tried.Client == client.Number && tried.Key == key && Aliases.MayBeSame(tried.Room, room));

    public bool WasKilled(ClientModel client) => client.NicksHeld.Overlaps(_killed);

    /// <summary>The client whose user name this is.</summary>
    public ClientModel? Find(string user)
    {
        while (_byUser.Count < Clients.Count) _byUser.Add(Clients[_byUser.Count].UserName, Clients[_byUser.Count]);
        return _byUser.GetValueOrDefault(user);
    }

    public RoomOrder OrderOf(string room)
    {
        var folded = Names.Fold(room);
        if (!_orders.TryGetValue(folded, out var order)) _orders.Add(folded, order = new RoomOrder());
        return order;
    }

    /// <summary>Who knows himself to be in a room, and in which stay.</summary>
    /// <param name="room">Which room.</param>
    /// <param name="withTags">Whether only those count who hear messages without text.</param>
    public Dictionary<int, int> AudienceOf(string room, bool withTags = false)
    {
        room = Names.Fold(room);
        var audience = new Dictionary<int, int>();
        foreach (var client in Clients)
        {
            if (client.Rooms.TryGetValue(room, out var view) && !client.IsGone && (!withTags || client.Has(Speech.Tags)))
                audience.Add(client.Number, view.Epoch);
        }

        return audience;
    }

    /// <summary>Counts what clients have sent and heard, so that of two such things it is known which came first.</summary>
    public long Moment { get; private set; }

    /// <summary>Somebody sends or hears something.</summary>
    public void GoOn() => Moment++;

    /// <summary>Whether nothing is under way any more.</summary>
    public bool IsAtRest { get; set; }

    private IEnumerable<ClientModel> Attentive => Clients.Where(client => client.IsAttentive);
}
