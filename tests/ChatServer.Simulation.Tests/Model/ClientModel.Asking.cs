using System.Globalization;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What the server says when asked. Questions and events have one order, so at every moment it is exactly what the client
/// knows.</content>
internal sealed partial class ClientModel
{
    /// <summary>Nothing is under way any more: what WHOIS says of the client itself is what it knows of itself, and every label is
    /// back.</summary>
    public void CheckAtRest()
    {
        CheckFeatures();
        if (_labels.Count > 0) throw Broken(Promise.OneCommandAtATime, $"label {_labels.Peek()} was never answered");
        var shown = Told.Whois.GetValueOrDefault(world.Names.Fold(Nick))?.Rooms.Keys.ToList() ?? [];
        var missing = Rooms.Keys.Except(shown).ToList();
        var surplus = shown.Except(Rooms.Keys).ToList();
        if (_batches.Count > 0) throw Broken(Promise.WellFormedLines, $"a batch was never closed: {_batches.Values.First()}");
        if (missing.Count + surplus.Count > 0)
        {
            throw Broken(
                Promise.KnowledgeIsTrue,
                $"is in [{string.Join(' ', Rooms.Keys)}]; "
                + $"its WHOIS lacks [{string.Join(' ', missing)}] and has [{string.Join(' ', surplus)}] besides");
        }
    }

    private void OnNumeric(WireLine line)
    {
        var folded = line.Parameters.Count > 1 ? world.Names.Fold(line[1]) : "";
        var room = Rooms.GetValueOrDefault(folded);
        switch (line.Verb)
        {
            case "353":
                foreach (var shown in line[3].Split(' ')) Show(ReadName(shown, line));
                break;
            case "352":
                OnWhoLine(line);
                break;
            case "315" when line[1] == "*":
                Told.Everybody = [.. _shown.Select(member => world.Names.Fold(member.Nick))];
                _shown.Clear();
                break;
            case "366" or "315":
                if (room is not null) CompareMembers(room, line);
                else if (line.Verb == "366") Told.Names[folded] = [.. _shown.Select(member => world.Names.Fold(member.Nick))];
                _shown.Clear();
                break;
            case "331" or "332" when room is not null:
                CompareTopic(room, line);
                break;
            case "331" or "332":
                Told.Topics[folded] = line.Verb == "331" ? null : line[2];
                break;
            case "333" when room is not null:
                room.TopicSet = CompareSetter(room.TopicSet, line, by: 2);
                break;
            case "324" when room is not null:
                CompareModes(room, line);
                break;
            case "324":
                Told.Modes[folded] = [.. line.Parameters.Skip(2)];
                break;
            case "367" or "348" or "346":
                if (!_shownMasks.TryGetValue(folded, out var masks)) _shownMasks.Add(folded, masks = []);
                masks.Add(line[2]);
                if (room is not null) CompareMaskSetter(room, line);
                break;
            case "368" or "349" or "347":
                if (room is not null) CompareMasks(room, line);
                _shownMasks.Remove(folded);
                break;
            case "005":
                OnFeatures(line);
                break;
            case "732":
                Told.Monitored?.UnionWith(line[1].Split(',').Select(world.Names.Fold));
                break;
            case "730" or "731":
                OnPresence(line);
                break;
            case "734":
                OnTooManyWatched(line);
                break;
            case "341":
                CheckMayInvite(line, line[2], Nick);
                break;
            case "396":
                OnOwnHost(line);
                break;
            case "710":
                OnKnock(line);
                break;
            case "718":
                OnCalled(line);
                break;
            default:
                if (line.Verb == "404" || (line.Verb == "301" && _whois is null)) CheckIsAnswer(line);
                CheckRefusal(line);
                Note(line);
                break;
        }
    }

    // Source: IRCv3 multi-prefix, userhost-in-names.
    private RoomView.Member ReadName(string shown, WireLine line)
    {
        var signs = shown.TakeWhile(sign => RoomView.RankSigns.Contains(sign, StringComparison.Ordinal)).Count();
        if (shown.Contains('!', StringComparison.Ordinal) != Has(Speech.FullNames) || (signs > 1 && !Has(Speech.FullNames)))
            throw Broken(Promise.WellFormedLines, $"is not how it has asked to see {shown}: {line}");
        return RoomView.Read(shown, Has(Speech.FullNames));
    }

    // Source: IRCv3 multi-prefix: without it, only the highest rank is shown.
    private void CheckSigns(string signs, WireLine line)
    {
        if (signs.Length > 1 && !Has(Speech.FullNames)) throw Broken(Promise.WellFormedLines, $"has not asked for all ranks: {line}");
    }

    /// <summary>Who has knocked last at a room where it rules, as others see him; null for nobody.</summary>
    public string? LastKnock { get; private set; }

    /// <summary>What its last KNOCK was answered by; null when it has not knocked or not been answered.</summary>
    public string? AnswerToKnock { get; private set; }

    // 710 client room nick!user@host :text
    private void OnKnock(WireLine line)
    {
        var me = MemberOf(RoomOf(line, line[1]), line, Nick);
        if (me.Ranks is not null && me.Height < RoomView.HalfOperator) throw Broken(Promise.RulesHold, $"can't let anybody in: {line}");
        LastKnock = line[2];
    }

    // 352 client room user host server nick flags :hops real name
    private void OnWhoLine(WireLine line)
    {
        var signs = string.Concat(line[6].SkipWhile(flag => flag is 'H' or 'G' or '*' or 'B'));
        CheckSigns(signs, line);
        var member = RoomView.Read(signs + line[5], Has(Speech.FullNames));
        member.User = line[2];
        bool IsMarked(char flag) => line[6].Contains(flag, StringComparison.Ordinal);
        Told.Hosts[world.Names.Fold(line[5])] = line[3];
        Told.IsAway[world.Names.Fold(line[5])] = line[6].StartsWith('G');
        Told.Marks[world.Names.Fold(line[5])] = (IsMarked('*'), IsMarked('B'));
        Show(member);
    }

    private void Show(RoomView.Member member)
    {
        if (_shown.Count == 0) _changesBeforeShown = _changesOfMembers;
        _shown.Add(member);
    }

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
