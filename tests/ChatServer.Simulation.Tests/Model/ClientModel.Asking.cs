using System.Globalization;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What the server says when asked. Questions and events have one order, so at every moment it is exactly what the client knows.</content>
internal sealed partial class ClientModel
{
    /// <summary>Nothing is under way any more: what WHOIS says of the client itself is what it knows of itself, and every label is back.</summary>
    public void CheckAtRest()
    {
        if (_labels.Count > 0) throw Broken(Promise.OneCommandAtATime, $"label {_labels.Peek()} was never answered");
        var missing = Rooms.Keys.Except(_ownRooms).ToList();
        var surplus = _ownRooms.Except(Rooms.Keys).ToList();
        if (missing.Count + surplus.Count > 0)
        {
            throw Broken(
                Promise.KnowledgeIsTrue,
                $"is in [{string.Join(' ', Rooms.Keys)}]; its WHOIS lacks [{string.Join(' ', missing)}] and has [{string.Join(' ', surplus)}] besides");
        }
    }

    private void OnNumeric(WireLine line)
    {
        var folded = line.Parameters.Count > 1 ? world.Names.Fold(line[1]) : "";
        var room = Rooms.GetValueOrDefault(folded);
        switch (line.Verb)
        {
            case "353":
                foreach (var shown in line[3].Split(' ')) Shown(world.Names.Fold(line[2])).Add(RoomView.Read(shown, Has(Speech.FullNames)));
                break;
            case "311":
                _ownRooms.Clear();
                break;
            case "319" when line[1] == Nick:
                foreach (var name in line[2].Split(' ')) _ownRooms.Add(world.Names.Fold(name.TrimStart([.. RoomView.RankSigns])));
                break;
            case "352":
                OnWhoLine(line);
                break;
            case "366" or "315":
                if (room is not null) CompareMembers(room, line);
                _shown.Remove(folded);
                break;
            case "331" or "332" when room is not null:
                CompareTopic(room, line);
                break;
            case "324" when room is not null:
                CompareModes(room, line);
                break;
            case "367":
                if (!_shownBans.TryGetValue(folded, out var bans)) _shownBans.Add(folded, bans = []);
                bans.Add(line[2]);
                break;
            case "368":
                if (room is not null) CompareBans(room, line);
                _shownBans.Remove(folded);
                break;
        }
    }

    /// <summary>The names that were last shown of a room, member or not.</summary>
    private List<RoomView.Member> Shown(string room)
    {
        if (!_shown.TryGetValue(room, out var members)) _shown.Add(room, members = []);
        return members;
    }

    // 352 client room user host server nick flags :hops real name
    private void OnWhoLine(WireLine line)
    {
        var signs = string.Concat(line[6].SkipWhile(flag => flag is 'H' or 'G' or '*' or 'B'));
        var member = RoomView.Read(signs + line[5], Has(Speech.FullNames));
        member.User = line[2];
        Shown(world.Names.Fold(line[1])).Add(member);
    }

    private void CompareMembers(RoomView room, WireLine line)
    {
        var shown = Shown(world.Names.Fold(room.Name));
        var byNick = new Dictionary<string, RoomView.Member>();
        foreach (var member in shown)
        {
            if (!byNick.TryAdd(world.Names.Fold(member.Nick), member))
                throw Broken(Promise.OneOwnerPerNick, $"{member.Nick} is in {room.Name} twice: {string.Join(' ', shown.Select(other => other.Nick))}");
        }

        if (room.IsArriving)
        {
            room.IsArriving = false;
            foreach (var (nick, member) in byNick) room.Members.Add(nick, member);
            if (!byNick.ContainsKey(world.Names.Fold(Nick))) throw Broken(Promise.KnowledgeIsTrue, $"is not among the members it is shown of {room.Name}");
            return;
        }

        var missing = room.Members.Keys.Except(byNick.Keys).ToList();
        var surplus = byNick.Keys.Except(room.Members.Keys).Except(_brokenNicks).ToList();
        if (missing.Count + surplus.Count > 0)
        {
            throw Broken(
                Promise.KnowledgeIsTrue,
                $"{room.Name}, as {line.Verb} shows it, lacks [{string.Join(' ', missing)}] and has [{string.Join(' ', surplus)}] besides what it knows");
        }

        foreach (var (nick, member) in byNick)
        {
            if (!room.Members.TryGetValue(nick, out var known)) continue;
            if (known.Nick != member.Nick) throw Broken(Promise.KnowledgeIsTrue, $"{known.Nick} is shown as {member.Nick} in {room.Name}");
            if ((known.User ??= member.User) is { } user && member.User is { } other && user != other)
                throw Broken(Promise.OneOwnerPerNick, $"{nick} in {room.Name} was {user} and is shown as {other}");
            if (Has(Speech.FullNames) && known.Signs != member.Signs)
                throw Broken(Promise.KnowledgeIsTrue, $"'{known.Signs}{nick}' is shown as '{member.Signs}{nick}' in {room.Name}");
        }
    }

    private void CompareTopic(RoomView room, WireLine line)
    {
        var topic = line.Verb == "331" ? null : line[2];
        if (room.IsArriving) room.Topic = topic;
        else if (room.Topic != topic) throw Broken(Promise.KnowledgeIsTrue, $"knows the topic \"{room.Topic}\": {line}");
    }

    private void CompareModes(RoomView room, WireLine line)
    {
        var modes = ModeLine.Read(line[2], line.Parameters.Skip(3)).ToList();
        var flags = modes.Where(mode => mode.Parameter is null).Select(mode => mode.Letter).ToHashSet();
        var key = modes.Find(mode => mode.Letter == 'k').Parameter;
        var limit = modes.Find(mode => mode.Letter == 'l').Parameter is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : (int?)null;
        if (room.Flags is null) (room.Flags, room.Key, room.Limit) = (flags, key, limit);
        else if (!room.Flags.SetEquals(flags) || room.Key != key || room.Limit != limit)
            throw Broken(Promise.KnowledgeIsTrue, $"knows the modes {string.Concat(room.Flags.Order())} {room.Key} {room.Limit}: {line}");
    }

    private void CompareBans(RoomView room, WireLine line)
    {
        var shown = _shownBans.GetValueOrDefault(world.Names.Fold(room.Name)) ?? [];
        if (room.Bans is null) room.Bans = [.. shown];
        else if (!room.Bans.SetEquals(shown))
            throw Broken(Promise.KnowledgeIsTrue, $"knows other bans ({string.Join(' ', room.Bans)}) than {string.Join(' ', shown)}: {line}");
    }
}
