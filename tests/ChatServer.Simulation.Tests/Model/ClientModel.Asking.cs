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
}
