namespace ChatServer.SimulationTests.Model;

/// <content>What comes from the server, and what it changes in what the client knows.</content>
internal sealed partial class ClientModel
{
    /// <summary>A line has come.</summary>
    public void OnLine(WireLine line)
    {
        world.GoOn();
        if (line.Verb == "ERROR")
        {
            Farewell = line[0];
            if (Farewell.Contains("Killed (", StringComparison.Ordinal) && !_isToldOfKill)
                throw Broken(Promise.NothingSilent, $"was not told by whom it was killed: {line}");
            return;
        }

        CheckLabel(line);
        CheckDialect(line);
        if (line.Verb == "001") BecomeUser(line);
        if (!IsRegistered) return;
        if (line.IsNumeric && line[0] != Nick) throw Broken(Promise.KnowledgeIsTrue, $"is called {line[0]}: {line}");
        if (line.Verb == "400" && world.Faults == 0 && line.Text.Contains("internal error", StringComparison.Ordinal))
            throw Broken(Promise.FaultsStay, $"a fault that nobody made: {line}");
        var batch = BatchOf(line);
        var page = PageOf(line);
        if (page is null && !IsMoving(line)) _answers.OnLine(line);
        if (_linesToCome.Count > 0 && page is null && line.Verb is not ("PRIVMSG" or "NOTICE" or "BATCH"))
            throw Broken(Promise.NothingSilent, $"comes before \"{_linesToCome.Peek()}\": {line}");
        if (line.Verb == "BATCH") OnBatch(line);
        else if (page is not null) OnPast(page, line);
        else if (batch?[1] == "draft/chathistory-targets") OnTarget(batch[0][1..], line);
        else if (line.IsNumeric) OnNumeric(line);
        else OnEvent(line);
    }

    private void BecomeUser(WireLine line)
    {
        Nick = line[0];
        NicksHeld.Add(world.Names.Fold(Nick));
    }

    private void OnEvent(WireLine line)
    {
        CheckHeardOnce(line);
        if (line.User.Length > 0 && line.Verb is not ("PRIVMSG" or "NOTICE" or "TAGMSG")) world.Changes++;
        switch (line.Verb)
        {
            case "JOIN":
                OnJoin(line);
                break;
            case "PART":
                if (line[1].Length == 0 || line[1][0] != 'r') CheckReason(line, line[1]);
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
            case "MODE":
                OnOwnMode(line);
                break;
            case "RENAME":
                OnRename(line);
                break;
            case "AWAY":
                OnAway(line);
                break;
            case "CHGHOST":
                OnHostChanged(line);
                break;
            case "SETNAME":
                CheckAcquainted(line);
                break;
            case "REDACT":
                OnRedact(line);
                break;
            case "INVITE" when !NicksHeld.Contains(world.Names.Fold(line[0])):
                OnOthersInvited(line);
                break;
            case "INVITE":
                OnInvited(line);
                break;
            case "KILL":
                _isToldOfKill = true;
                break;
            case "WALLOPS":
                LastWallops = line[0];
                // One may be under way when he asks for no more.
                if (!UserModes.Contains('w') && !_hasLaidDownWallops) throw Broken(Promise.RulesHold, $"hears what is for others: {line}");
                break;
            case "TOPIC":
                OnTopic(line);
                break;
            case "MARKREAD":
                OnMarker(line);
                break;
            case "PRIVMSG" or "NOTICE" or "TAGMSG" when line.User.Length > 0:
                OnMessage(line);
                break;
        }
    }

    // A change of modes may take several lines; what is said is counted by itself; and who takes back what he has said to himself hears it
    // as both.
    private void CheckHeardOnce(WireLine line)
    {
        if (line.Verb == "REDACT" && line.User == UserName) return;
        if (line.Verb is "MODE" or "PRIVMSG" or "NOTICE" or "TAGMSG" || !line.Tags.TryGetValue("msgid", out var id)) return;
        if (!_eventsHeard.Add((line.Verb, id))) throw Broken(Promise.NothingSilent, $"hears it twice: {line}");
    }

    /// <summary>Gives an event its place in the order of a room.</summary>
    private void Place(string folded, WireLine line)
    {
        var isMessage = line.Verb is "PRIVMSG" or "NOTICE" or "TAGMSG";
        var id = isMessage ? TextOf(line) : line.Tags.GetValueOrDefault("msgid");
        if (Rooms.TryGetValue(folded, out var room)) room.EventsSeen++;
        if (id is null) return;
        if (!isMessage) room?.Happened.Add(id);
        if (!isMessage && line.Verb != "RENAME" && room?.Seen is { } seen && !id.Equals(seen.LastOrDefault())) seen.Add(id);
        if (_lastEvent.TryGetValue(folded, out var before)) world.OrderOf(folded).Add(before, id);
        _lastEvent[folded] = id;
    }

    private RoomView RoomOf(WireLine line, string name) => Rooms.GetValueOrDefault(world.Names.Fold(name))
        ?? throw Broken(Promise.KnowledgeIsTrue, $"hears of a room that it is not in: {line}");

    private RoomView.Member MemberOf(RoomView room, WireLine line, string nick) => room.Members.GetValueOrDefault(world.Names.Fold(nick))
        ?? throw Broken(Promise.KnowledgeIsTrue, $"hears of {nick}, who is not in {room.Name}: {line}");
}
