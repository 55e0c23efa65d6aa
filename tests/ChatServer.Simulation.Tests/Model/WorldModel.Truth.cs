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

    // Who is invisible is shown to himself, to operators, and to those he shares a room with. Source: Modern, WHO.
    private void CheckEverybody(ClientModel client)
    {
        if (client.Told.Everybody is not { } shown) return;
        foreach (var other in Attentive)
        {
            var mayKnow = other == client || client.UserModes.Contains('o') || !other.UserModes.Contains('i') || Shares(client, other);
            if (shown.Contains(Names.Fold(other.Nick)) != mayKnow)
                throw Untrue(client, $"WHO {(mayKnow ? "leaves out" : "betrays")} {other.Nick}");
        }
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

    private void CheckPeople(ClientModel client, Dictionary<string, RoomView> rooms)
    {
        foreach (var other in Attentive)
        {
            var nick = Names.Fold(other.Nick);
            if (client.Told.IsAway.TryGetValue(nick, out var isAway) && isAway != other.Away is not null)
                throw Untrue(client, $"WHO shows {other.Nick} {(isAway ? "away" : "here")}");
            if (client.Told.Hosts.TryGetValue(nick, out var host) && host != other.Host)
                throw Untrue(client, $"WHO takes {other.Nick}, who is at {other.Host}, to be at {host}");
            var mark = other.UserModes.Contains('o') ? "*" : "";
            var description = $"{mark}={(other.Away is null ? '+' : '-')}{other.UserName}@{other.Host}";
            if (client.Told.Described.TryGetValue(nick, out var described) && described != description)
                throw Untrue(client, $"USERHOST has {other.Nick}{described}, who is {description}");
            if (client.Told.Marks.TryGetValue(nick, out var marks)
                && marks != (other.UserModes.Contains('o'), other.UserModes.Contains('B')))
                throw Untrue(client, $"WHO marks {other.Nick}, who has the modes {string.Concat(other.UserModes)}, as {marks}");
            if (client.AwayOfOthers.TryGetValue(other.UserName, out var away) && client.Has(Plans.Speech.Presence) && Shares(client, other))
            {
                if ((away is null) != (other.Away is null) || !IsCutOf(away ?? "", other.Away ?? ""))
                    throw Untrue(client, $"was told that {other.Nick} is away for \"{away}\", not \"{other.Away}\"");
            }

            if (Faults == 0 && client != other && client.MustHaveHeardFromAfar(other) && !client.HasHeardOfAway(other))
                throw Untrue(client, $"watches {other.Nick} and has not heard that he is away for \"{other.Away}\"");
            if (client.HasSpokenTo == nick && Ledger.Find($"z{client.Number}") is { HeardBy.Count: > 0 } said
                && !said.HeardBy.Contains(other.Number))
                throw new BrokenPromiseException(
                    Promise.NothingSilent, $"\"{said.Text}\" was said to {other.Nick}, and somebody else has heard it");
            if (client.Told.AwayFor.TryGetValue(nick, out var reason)
                ? !IsCutOf(reason, other.Away ?? "")
                : client.HasSpokenTo == nick && other.Away is not null && !other.UserModes.Contains('g'))
                throw Untrue(client, $"{other.Nick} is away for \"{other.Away}\", not \"{reason}\"");
            if (Faults == 0 && RemembersAll && other.NicksLeft.FirstOrDefault(left => IsForgotten(client, left, other)) is { } forgotten)
                throw Untrue(client, $"WHOWAS does not know that {other.Nick} was {forgotten}");
            if (client.Told.Whois.TryGetValue(nick, out var whois)) CheckWhois(client, other, whois, rooms);
        }
    }

    /// <summary>Whether so few have given up a nick, or gone, that the server remembers them all.</summary>
    private bool RemembersAll => NicksWished + Clients.Count <= settings.WhowasEntries;

    /// <summary>What two have said to each other, as both have heard it, is what is remembered.</summary>
    private void CheckTalks(ClientModel client)
    {
        if (Faults > 0 || Ledger.HasRedactions || settings.HistoryAge > TimeSpan.Zero) return;
        foreach (var (nick, remembered) in client.Told.Talks)
        {
            if (Attentive.FirstOrDefault(other => Names.Fold(other.Nick) == nick) is not { } other || other == client) continue;

            var said = Ledger.All.Where(said => !said.IsToRoom && !said.IsToAll && said.Verb != "TAGMSG"
                && (IsFrom(said, client, other) || IsFrom(said, other, client))).ToList();
            if (said.Count >= ClientModel.MostAtOnce || 2 * said.Count >= Limits.Least(limits => limits.HistoryEvents)) continue;

            // Of somebody who had the nick before and is gone, what he said is remembered under it, until who has it now has said
            // something.
            if (said.Count == 0 && Clients.Exists(former => former != other && former.NicksHeld.Contains(nick))) continue;
            if (said.Except(remembered).FirstOrDefault() is { } missing)
                throw Untrue(client, $"\"{missing.Text}\" is not remembered of what it has said with {other.Nick}");
            if (remembered.Except(said).FirstOrDefault() is { } surplus)
                throw Untrue(client, $"\"{surplus.Text}\" was never said between it and {other.Nick}");
        }

        static bool IsFrom(Said said, ClientModel one, ClientModel other) =>
            said.Sender == one.Number && said.HeardBy.Contains(other.Number);
    }

    private static bool IsForgotten(ClientModel client, string nick, ClientModel other) =>
        client.Told.Whowas.TryGetValue(nick, out var users) && !users.Contains(other.UserName);

    private void CheckWhois(ClientModel client, ClientModel other, WhoisAnswer whois, Dictionary<string, RoomView> rooms)
    {
        if (Faults == 0 && other.RealName is { } realName && whois.RealName != realName)
            throw Untrue(client, $"WHOIS calls {other.Nick} \"{whois.RealName}\", who is \"{realName}\"");
        if (whois.User != other.UserName) throw Untrue(client, $"WHOIS takes {other.Nick} for {whois.User}");
        if (whois.Host != other.Host) throw Untrue(client, $"WHOIS takes {other.Nick}, who is at {other.Host}, to be at {whois.Host}");
        if (!IsCutOf(whois.Away ?? "", other.Away ?? "")) throw Untrue(client, $"WHOIS has {other.Nick} away for \"{whois.Away}\"");
        foreach (var name in other.Rooms.Keys.Union(whois.Rooms.Keys))
        {
            if (!rooms.TryGetValue(name, out var room) || room.Flags is not { } flags) continue;
            var isIn = other.Rooms.ContainsKey(name);
            var mayKnow = client == other || client.Rooms.ContainsKey(name) || !(flags.Contains('s') || other.UserModes.Contains('i'));
            var isShown = whois.Rooms.TryGetValue(name, out var signs);
            if (isShown != (isIn && mayKnow))
                throw Untrue(client, $"WHOIS {(isShown ? "betrays" : "hides")} that {other.Nick} is in {room.Name}");
            if (!isShown || !client.Has(Plans.Speech.FullNames)
                || room.Members.GetValueOrDefault(Names.Fold(other.Nick)) is not { Ranks: not null } member)
                continue;
            if (member.Signs != signs)
                throw Untrue(client, $"WHOIS shows {other.Nick} as '{signs}' in {room.Name}, who is '{member.Signs}'");
        }
    }

    private void CheckPresence(ClientModel client)
    {
        foreach (var (nick, isHere) in client.Watched)
        {
            if (IsKnown(nick) && isHere != IsAttentive(nick)) throw Untrue(client, $"was told that {nick} is {(isHere ? "here" : "gone")}");
        }

        if (client is { Told.Monitored: { } listed, Wished: { } wished } && !listed.SetEquals(wished))
            throw Untrue(client, $"watches [{string.Join(' ', wished)}]; MONITOR lists [{string.Join(' ', listed)}]");
        foreach (var nick in client.Told.Online ?? [])
        {
            if (IsKnown(nick) && !IsAttentive(nick)) throw Untrue(client, $"ISON shows {nick}");
        }

        if (client.Told.UserModes is { } modes && !client.UserModes.SetEquals(modes[1..]))
            throw Untrue(client, $"knows its modes as {string.Concat(client.UserModes)}: {modes}");
        if (client.Told.InvitedTo.FirstOrDefault(client.Rooms.ContainsKey) is { } room)
            throw Untrue(client, $"an invitation to {room} stands that was used up");
        if (client.HasListed && client.StandingInvitations.Except(client.Told.InvitedTo).FirstOrDefault() is { } forgotten)
            throw Untrue(client, $"its invitation to {forgotten} is forgotten");
    }

    /// <summary>Whether nobody can have this nick of whom it is not known whether he has.</summary>
    private bool IsKnown(string nick) =>
        Clients.TrueForAll(client => client.HasEnded || client.IsAttentive || !client.NicksHeld.Contains(nick));

    private bool IsAttentive(string nick) => Attentive.Any(client => Names.Fold(client.Nick) == nick);

    private bool IsInvisible(string nick) => Attentive.Any(client => Names.Fold(client.Nick) == nick && client.UserModes.Contains('i'));

    private static bool Shares(ClientModel client, ClientModel other) => client.Rooms.Keys.Any(other.Rooms.ContainsKey);

    // What does not fit a line is cut.
    private static bool IsCutOf(string shown, string whole) =>
        shown == whole || (shown.Length > 200 && whole.StartsWith(shown, StringComparison.Ordinal));

    private static BrokenPromiseException Untrue(ClientModel client, string what) =>
        new(Promise.KnowledgeIsTrue, $"client {client.Number} ({client.Nick}): {what}");
}
