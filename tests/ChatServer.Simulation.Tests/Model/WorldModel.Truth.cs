using System.Globalization;

namespace ChatServer.SimulationTests.Model;

/// <content>What is true when nothing is under way any more, put together from what all know, and compared with what the server tells
/// each.</content>
internal sealed partial class WorldModel
{
    /// <summary>Each client has asked about what it is no part of; those who are know what it must have been told.</summary>
    /// <param name="asked">Those who have asked.</param>
    public void CheckTruth(IEnumerable<ClientModel> asked)
    {
        var rooms = RoomsAsKnown();
        foreach (var client in asked)
        {
            CheckList(client, rooms);
            CheckForeignRooms(client, rooms);
            CheckPeople(client, rooms);
            CheckTalks(client);
            CheckPresence(client);
            CheckTopics(client, rooms);
            CheckCounts(client, rooms);
            CheckEverybody(client);
        }
    }

    /// <summary>Each has asked for all rooms.</summary>
    /// <param name="asked">Those who have asked.</param>
    public void CheckLists(IEnumerable<ClientModel> asked)
    {
        var rooms = RoomsAsKnown();
        foreach (var client in asked) CheckList(client, rooms);
    }

    private Dictionary<string, RoomView> RoomsAsKnown()
    {
        var rooms = new Dictionary<string, RoomView>();
        foreach (var client in Attentive)
        {
            // Who sees all ranks knows most.
            foreach (var (name, view) in client.Rooms)
            {
                if (client.Has(Plans.Speech.FullNames) || !rooms.ContainsKey(name)) rooms[name] = view;
            }
        }

        return rooms;
    }

    private static void CheckTopics(ClientModel client, Dictionary<string, RoomView> rooms)
    {
        foreach (var (name, topic) in client.Told.Topics)
        {
            if (!rooms.TryGetValue(name, out var room) || room.Flags is not { } flags) continue;
            if (flags.Contains('s')) throw Untrue(client, $"TOPIC betrays {room.Name}");
            if (topic != room.Topic) throw Untrue(client, $"{room.Name} has the topic \"{room.Topic}\", and not \"{topic}\"");
        }
    }

    /// <summary>Those who are neither here for all to see nor gone for certain may be counted or not.</summary>
    private void CheckCounts(ClientModel client, Dictionary<string, RoomView> rooms)
    {
        if (client.Told.Counts is not var (visible, invisible, operators, open)
            || !Clients.TrueForAll(other => other.HasEnded || Attentive.Contains(other)))
            return;
        var (all, hidden) = (Attentive.Count(), Attentive.Count(other => other.UserModes.Contains('i')));
        if ((visible, invisible) != (all - hidden, hidden))
            throw Untrue(client, $"LUSERS counts {visible} and {invisible}, where {all - hidden} and {hidden} are");
        if (operators != Attentive.Count(other => other.UserModes.Contains('o')))
            throw Untrue(client, $"LUSERS counts {operators} operators");
        if (open != rooms.Count) throw Untrue(client, $"LUSERS counts {open} rooms: {string.Join(' ', rooms.Keys)}");
    }

    private void CheckList(ClientModel client, Dictionary<string, RoomView> rooms)
    {
        if (client.Told.Listed.Count == 0 && !client.HasListed) return;
        foreach (var (name, room) in rooms)
        {
            var mayKnow = room.Flags?.Contains('s') != true || client.Rooms.ContainsKey(name);
            var isListed = client.Told.Listed.TryGetValue(name, out var listed);
            if (isListed != mayKnow && room.Flags is not null)
                throw Untrue(client, $"LIST {(isListed ? "betrays" : "leaves out")} {room.Name}");
            if (!isListed) continue;
            var members = room.Members.Count.ToString(CultureInfo.InvariantCulture);
            if (listed.Members != members) throw Untrue(client, $"LIST counts {listed.Members} in {room.Name}, where there are {members}");
            if (!IsCutOf(listed.Topic, room.Topic ?? ""))
                throw Untrue(client, $"LIST has the topic \"{listed.Topic}\", not \"{room.Topic}\"");
        }
    }

    private void CheckForeignRooms(ClientModel client, Dictionary<string, RoomView> rooms)
    {
        foreach (var (name, shown) in client.Told.Names)
        {
            if (!rooms.TryGetValue(name, out var room) || room.Flags is not { } flags) continue;
            var visible = flags.Contains('s') ? [] : room.Members.Keys.Where(nick => !IsInvisible(nick)).ToHashSet();
            if (Attentive.Any(other => room.Members.ContainsKey(Names.Fold(other.Nick)) is false && other.Rooms.ContainsKey(name)))
                continue;
            if (shown.Except(visible).FirstOrDefault() is { } surplus)
                throw Untrue(client, $"NAMES betrays that {surplus} is in {room.Name}");
            if (visible.Except(shown).FirstOrDefault(IsAttentive) is { } missing)
                throw Untrue(client, $"NAMES hides that {missing} is in {room.Name}");
        }

        foreach (var (name, told) in client.Told.Modes)
        {
            if (!rooms.TryGetValue(name, out var room) || room.Flags is not { } flags) continue;
            if (flags.Contains('s')) throw Untrue(client, $"MODE betrays {room.Name}");
            var modes = ModeLine.Read(told[0], told.Skip(1)).ToList();
            if (room.Key is not null && modes.Exists(mode => mode.Parameter == room.Key && mode.Letter == 'k'))
                throw Untrue(client, $"MODE betrays the key of {room.Name}");
            if (!flags.SetEquals(modes.Where(mode => mode.Parameter is null).Select(mode => mode.Letter)))
                throw Untrue(client, $"{room.Name} has the modes {string.Concat(flags.Order())}, and not {told[0]}");
        }
    }

    private bool IsAttentive(string nick) => Attentive.Any(client => Names.Fold(client.Nick) == nick);

    private bool IsInvisible(string nick) => Attentive.Any(client => Names.Fold(client.Nick) == nick && client.UserModes.Contains('i'));

    private static bool Shares(ClientModel client, ClientModel other) => client.Rooms.Keys.Any(other.Rooms.ContainsKey);

    // What does not fit a line is cut.
    private static bool IsCutOf(string shown, string whole) =>
        shown == whole || (shown.Length > 200 && whole.StartsWith(shown, StringComparison.Ordinal));

    private static BrokenPromiseException Untrue(ClientModel client, string what) =>
        new(Promise.KnowledgeIsTrue, $"client {client.Number} ({client.Nick}): {what}");
}
