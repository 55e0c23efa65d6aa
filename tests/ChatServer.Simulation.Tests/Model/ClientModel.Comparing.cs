using System.Globalization;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What the server shows of a room is what the client knows of it.</content>
internal sealed partial class ClientModel
{
    private void CompareMembers(RoomView room, WireLine line)
    {
        var byNick = new Dictionary<string, RoomView.Member>();
        foreach (var member in _shown)
        {
            if (!byNick.TryAdd(world.Names.Fold(member.Nick), member))
                throw Broken(
                    Promise.OneOwnerPerNick,
                    $"{member.Nick} is in {room.Name} twice: {string.Join(' ', _shown.Select(other => other.Nick))}");
        }

        if (room.IsArriving)
        {
            room.IsArriving = false;
            if (Has(Plans.Speech.ReadMarkers) && !room.IsMarked)
                throw Broken(Promise.KnowledgeIsTrue, $"is not told up to when it has read {room.Name}");
            foreach (var (nick, member) in byNick) room.Members.Add(nick, member);
            if (!byNick.ContainsKey(world.Names.Fold(Nick)))
                throw Broken(Promise.KnowledgeIsTrue, $"is not among the members it is shown of {room.Name}");
            return;
        }

        // A long answer is what was so at its beginning, and who comes or goes does so between its lines.
        if (_changesOfMembers != _changesBeforeShown) return;
        var missing = room.Members.Keys.Except(byNick.Keys).ToList();
        var surplus = byNick.Keys.Except(room.Members.Keys).ToList();
        if (missing.Count + surplus.Count > 0)
        {
            throw Broken(
                Promise.KnowledgeIsTrue,
                $"{room.Name}, as {line.Verb} shows it, "
                + $"lacks [{string.Join(' ', missing)}] and has [{string.Join(' ', surplus)}] besides what it knows");
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
        var limit = modes.Find(mode => mode.Letter == 'l').Parameter is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : (int?)null;
        var throttle = modes.Find(mode => mode.Letter == 'j').Parameter;
        var forward = modes.Find(mode => mode.Letter == 'f').Parameter;
        if (room.Flags is null)
        {
            (room.Flags, room.Key, room.Limit, room.Forward) = (flags, key, limit, forward);
            room.Throttle ??= throttle is null ? null : new Throttle(throttle, isNew: false);
        }

        var isTrue = room.Flags.SetEquals(flags)
            && (room.Key, room.Limit, room.Throttle?.Text, room.Forward) == (key, limit, throttle, forward);
        var known = $"{string.Concat(room.Flags.Order())} {room.Key} {room.Limit} {room.Throttle?.Text} {room.Forward}";
        if (!isTrue) throw Broken(Promise.KnowledgeIsTrue, $"knows the modes {known}: {line}");
    }

    private void CompareMaskSetter(RoomView room, WireLine line)
    {
        var key = (ListOf(line), line[2]);
        room.MasksSet[key] = CompareSetter(room.MasksSet.TryGetValue(key, out var known) ? known : null, line, by: 3);
    }

    private static char ListOf(WireLine line) => line.Verb switch
    {
        "367" or "368" => 'b',
        "348" or "349" => 'e',
        _ => 'I',
    };

    private void CompareMasks(RoomView room, WireLine line)
    {
        var shown = _shownMasks.GetValueOrDefault(world.Names.Fold(room.Name)) ?? [];
        var letter = ListOf(line);
        if (MasksOf(room, letter) is { } known)
        {
            if (known.SetEquals(shown)) return;
            throw Broken(Promise.KnowledgeIsTrue, $"knows other masks ({string.Join(' ', known)}) than {string.Join(' ', shown)}: {line}");
        }

        switch (letter)
        {
            case 'b':
                room.Bans = [.. shown];
                break;
            case 'e':
                room.Exceptions = [.. shown];
                break;
            default:
                room.Guests = [.. shown];
                break;
        }
    }
}
