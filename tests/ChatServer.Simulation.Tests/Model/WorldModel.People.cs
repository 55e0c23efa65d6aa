namespace ChatServer.SimulationTests.Model;

/// <content>What is told of people: where they are, what they are, whether they are here, and what two have said to each other.</content>
internal sealed partial class WorldModel
{
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
}
