using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What comes from the server, and what it changes in what the client knows.</content>
internal sealed partial class ClientModel
{
    /// <summary>A line has come.</summary>
    public void OnLine(WireLine line)
    {
        if (line.Verb == "ERROR")
        {
            Farewell = line[0];
            return;
        }

        CheckLabel(line);
        if (line.Verb == "001") BecomeUser(line);
        if (!IsRegistered) return;
        if (line.IsNumeric && line[0] != Nick) throw Broken(Promise.KnowledgeIsTrue, $"is called {line[0]}: {line}");
        if (line.Verb == "400" && world.Faults == 0 && line.Text.Contains("internal error", StringComparison.Ordinal)) throw Broken(Promise.FaultsStay, $"a fault that nobody made: {line}");
        _answers.OnLine(line);
        if (line.IsNumeric) OnNumeric(line);
        else OnEvent(line);
    }

    private void BecomeUser(WireLine line)
    {
        Nick = line[0];
        NicksHeld.Add(world.Names.Fold(Nick));
    }

    private void CheckLabel(WireLine line)
    {
        if (!line.Tags.TryGetValue("label", out var label)) return;
        if (!_labels.TryDequeue(out var next) || next != label)
            throw Broken(Promise.OneCommandAtATime, $"label {label} is answered where {next ?? "none"} is next: {line}");
    }

    private void OnEvent(WireLine line)
    {
        if (line.Verb != "QUIT" && _broken.Contains(line.User))
        {
            OnLastWord(line);
            return;
        }

        switch (line.Verb)
        {
            case "JOIN":
                OnJoin(line);
                break;
            case "PART":
                OnLeft(line, line[0], line.Nick);
                break;
            case "KICK":
                OnKick(line);
                break;
            case "QUIT":
                OnQuit(line);
                break;
            case "NICK":
                OnNick(line);
                break;
            case "MODE" when line[0].StartsWith('#'):
                OnMode(line);
                break;
            case "TOPIC":
                OnTopic(line);
                break;
            case "PRIVMSG" or "NOTICE" when line.User.Length > 0:
                OnMessage(line);
                break;
        }
    }

    private void OnJoin(WireLine line)
    {
        var folded = world.Names.Fold(line[0]);
        if (line.User == UserName)
        {
            if (Rooms.ContainsKey(folded)) throw Broken(Promise.KnowledgeIsTrue, $"joins a room that it is in: {line}");
            Rooms.Add(folded, new RoomView(line[0], ++_epochs));
            Place(folded, line);
            return;
        }

        var room = RoomOf(line, line[0]);
        Place(folded, line);
        CheckUnique(line, line.Nick, line.User);
        if (room.Members.ContainsKey(world.Names.Fold(line.Nick))) throw Broken(Promise.KnowledgeIsTrue, $"joins a room that he is in: {line}");
        CheckMayJoin(room, line);
        room.Members.Add(world.Names.Fold(line.Nick), new RoomView.Member(line.Nick) { User = line.User, Ranks = Has(Speech.FullNames) ? [] : null });
    }

    private void OnKick(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        var (by, target) = (MemberOf(room, line, line.Nick), MemberOf(room, line, line[1]));
        if (by.Ranks is not null && target.Ranks is not null && (by.Height < RoomView.HalfOperator || by.Height < target.Height))
            throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' throws out '{target.Signs}{target.Nick}': {line}");
        OnLeft(line, line[0], line[1]);
    }

    private void OnLeft(WireLine line, string name, string nick)
    {
        var room = RoomOf(line, name);
        var folded = world.Names.Fold(name);
        MemberOf(room, line, nick);
        Place(folded, line);
        if (world.Names.Same(nick, Nick))
        {
            Rooms.Remove(folded);
            _lastEvent.Remove(folded);
        }
        else
        {
            room.Members.Remove(world.Names.Fold(nick));
        }
    }

    private void OnQuit(WireLine line)
    {
        var nick = world.Names.Fold(line.Nick);
        var shared = Rooms.Where(room => room.Value.Members.ContainsKey(nick)).ToList();
        var wasBroken = world.FaultsInUsers > 0 && line[0] == "Connection lost";
        if (shared.Count == 0 && !wasBroken) throw Broken(Promise.NothingSilent, $"hears twice, or of a stranger, that he has gone: {line}");
        if (wasBroken)
        {
            _broken.Add(line.User);
            _brokenNicks.Add(nick);
        }

        foreach (var (folded, room) in shared)
        {
            var member = room.Members[nick];
            if (member.User is not null && member.User != line.User && !wasBroken) throw Broken(Promise.OneOwnerPerNick, $"he is {member.User} here: {line}");
            Place(folded, line);
            room.Members.Remove(nick);
        }
    }

    /// <summary>Of a user whose actor was made to fail: rooms notice his end one by one, and what he said may come from one of them after
    /// his QUIT from another.</summary>
    private void OnLastWord(WireLine line)
    {
        if (world.Ledger.Find(line[1]) is not { } said) return;
        said.HeardBy.Add(Number);
        world.Ledger.Settle(said);
    }

    private void OnNick(WireLine line)
    {
        var (before, after) = (world.Names.Fold(line.Nick), world.Names.Fold(line[0]));
        var isMe = line.User == UserName;
        if (isMe && line.Nick != Nick) throw Broken(Promise.KnowledgeIsTrue, $"is called {line.Nick}: {line}");
        var shared = Rooms.Where(room => room.Value.Members.ContainsKey(before)).ToList();
        if (!isMe && shared.Count == 0) throw Broken(Promise.NothingSilent, $"hears twice, or of a stranger, that he is called otherwise: {line}");
        CheckUnique(line, line[0], line.User);
        foreach (var (folded, room) in shared)
        {
            Place(folded, line);
            room.Members.Remove(before, out var member);
            member!.Nick = line[0];
            room.Members.Add(after, member);
        }

        if (!isMe) return;
        Nick = line[0];
        NicksHeld.Add(after);
    }

    private void OnMode(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        Place(world.Names.Fold(line[0]), line);
        CheckMayChangeModes(room, line);
        foreach (var (letter, adds, parameter) in ModeLine.Read(line[1], line.Parameters.Skip(2)))
        {
            if (RoomView.RankLetters.Contains(letter, StringComparison.Ordinal))
            {
                var ranks = MemberOf(room, line, parameter!).Ranks;
                if (ranks is not null && !(adds ? ranks.Add(letter) : ranks.Remove(letter)))
                    throw Broken(Promise.KnowledgeIsTrue, $"{parameter} {(adds ? "has this rank" : "has no such rank")} already: {line}");
                continue;
            }

            switch (letter)
            {
                case 'b':
                    if (room.Bans is { } bans && !(adds ? bans.Add(parameter!) : bans.Remove(parameter!)))
                        throw Broken(Promise.KnowledgeIsTrue, $"changes nothing: {line}");
                    break;
                case 'k':
                    room.Key = adds ? parameter : null;
                    break;
                case 'l':
                    room.Limit = adds ? int.Parse(parameter!, System.Globalization.CultureInfo.InvariantCulture) : null;
                    break;
                default:
                    if (room.Flags is { } flags && !(adds ? flags.Add(letter) : flags.Remove(letter)))
                        throw Broken(Promise.KnowledgeIsTrue, $"changes nothing: {line}");
                    break;
            }
        }
    }

    private void OnTopic(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        Place(world.Names.Fold(line[0]), line);
        var by = MemberOf(room, line, line.Nick);
        if (room.Flags?.Contains('t') == true && by.Ranks is not null && by.Height < RoomView.HalfOperator)
            throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' sets a topic that is protected: {line}");
        room.Topic = line[1].Length == 0 ? null : line[1];
    }

    private void OnMessage(WireLine line)
    {
        var said = world.Ledger.Find(line[1]) ?? throw Broken(Promise.NothingSilent, $"nobody said that: {line}");
        var isEcho = said.Sender == Number && line.User == UserName;
        if (said.Outcome == Outcome.Refused) throw Broken(Promise.NothingSilent, $"its sender was told that it was refused: {line}");
        if (isEcho && !said.IsToRoom && Has(Speech.Echo)) return;
        if (isEcho && said.IsToRoom && !Has(Speech.Echo)) throw Broken(Promise.NothingSilent, $"hears itself: {line}");
        if (said.IsToRoom ? !world.Names.Same(line[0], said.Target) : !NicksHeld.Contains(said.Target))
            throw Broken(Promise.NothingSilent, $"was said to {said.Target}: {line}");
        if (!said.HeardBy.Add(Number)) throw Broken(Promise.NothingSilent, $"heard twice: {line}");
        if (!said.IsToRoom && said.HeardBy.Count > 1) throw Broken(Promise.NothingSilent, $"somebody else has heard it as well: {line}");
        if (_lastHeardOf.GetValueOrDefault(said.Sender) > said.Number)
            throw Broken(Promise.OneCommandAtATime, $"heard after a message that its sender sent later: {line}");
        _lastHeardOf[said.Sender] = said.Number;
        world.Ledger.Settle(said);
        if (said.IsToRoom)
        {
            var room = isEcho && !Rooms.ContainsKey(said.Target) ? null : RoomOf(line, line[0]);
            if (room is null) return;
            Place(said.Target, line);
            CheckMaySpeak(room, line);
        }
        else if (!isEcho && line[0] != Nick)
        {
            throw Broken(Promise.KnowledgeIsTrue, $"is called {line[0]}: {line}");
        }
    }

    /// <summary>Gives an event its place in the order of a room.</summary>
    private void Place(string folded, WireLine line)
    {
        string? id = line.Verb is "PRIVMSG" or "NOTICE" ? line[1] : line.Tags.GetValueOrDefault("msgid");
        if (id is null) return;
        if (_lastEvent.TryGetValue(folded, out var before)) world.OrderOf(folded).Add(before, id);
        _lastEvent[folded] = id;
    }

    private RoomView RoomOf(WireLine line, string name) => Rooms.GetValueOrDefault(world.Names.Fold(name))
        ?? throw Broken(Promise.KnowledgeIsTrue, $"hears of a room that it is not in: {line}");

    private RoomView.Member MemberOf(RoomView room, WireLine line, string nick) => room.Members.GetValueOrDefault(world.Names.Fold(nick))
        ?? throw Broken(Promise.KnowledgeIsTrue, $"hears of {nick}, who is not in {room.Name}: {line}");

    /// <summary>Guarantee 4, as far as one client can see: nobody comes by a nick that another has whom it knows.</summary>
    private void CheckUnique(WireLine line, string nick, string user)
    {
        var folded = world.Names.Fold(nick);
        if (folded == world.Names.Fold(Nick) && user != UserName) throw Broken(Promise.OneOwnerPerNick, $"has this nick itself: {line}");
        if (world.FaultsInUsers > 0) return;
        foreach (var room in Rooms.Values)
        {
            if (room.Members.TryGetValue(folded, out var owner) && (owner.User ?? user) != user)
                throw Broken(Promise.OneOwnerPerNick, $"{owner.User} has this nick in {room.Name}: {line}");
            if (line.Verb == "NICK" && !world.Names.Same(line.Nick, nick) && room.Members.ContainsKey(folded))
                throw Broken(Promise.OneOwnerPerNick, $"somebody has this nick in {room.Name}: {line}");
        }
    }
}
