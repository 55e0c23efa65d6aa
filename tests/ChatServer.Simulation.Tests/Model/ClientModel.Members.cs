using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>Who comes, goes, is thrown out, and is called otherwise.</content>
internal sealed partial class ClientModel
{
    private void OnJoin(WireLine line)
    {
        var folded = world.Names.Fold(line[0]);
        if (line.User == UserName)
        {
            if (Rooms.ContainsKey(folded)) throw Broken(Promise.KnowledgeIsTrue, $"joins a room that it is in: {line}");
            Rooms.Add(folded, new RoomView(line[0], ++_epochs) { Since = world.Moment });
            _invitedTo.Remove(folded);
            if (_isMoving && _movedFrom is { } before) MoveMarker(before, folded);
            if (!_isMoving && Rooms.Count > MostOf(limits => limits.RoomsPerUser))
                throw Broken(Promise.BoundedEverything, $"is in {Rooms.Count} rooms, and no more are allowed: {line}");
            _lastAway.Clear();
            Place(folded, line);
            return;
        }

        var room = RoomOf(line, line[0]);
        if (world.Faults == 0 && _haveQuit.Contains(line.User)) throw Broken(Promise.KnowledgeIsTrue, $"has quit: {line}");
        Place(folded, line);
        CheckUnique(line, line.Nick, line.User);
        if (room.Members.ContainsKey(world.Names.Fold(line.Nick)))
            throw Broken(Promise.KnowledgeIsTrue, $"joins a room that he is in: {line}");
        if (!Returns(line, folded)) CheckMayJoin(room, line);
        var member = new RoomView.Member(line.Nick, Has(Speech.FullNames) ? "" : null) { User = line.User };
        _changesOfMembers++;
        room.Members.Add(world.Names.Fold(line.Nick), member);
        _lastAway[line.User] = null;
    }

    private void OnKick(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        var (by, target) = (MemberOf(room, line, line.Nick), MemberOf(room, line, line[1]));
        if (by.Ranks is not null && target.Ranks is not null && (by.Height < RoomView.HalfOperator || by.Height < target.Height))
            throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' throws out '{target.Signs}{target.Nick}': {line}");
        if (room.Flags?.Contains('Q') == true) throw Broken(Promise.RulesHold, $"nobody is thrown out here: {line}");
        CheckReason(line, line[2]);
        _wasThrownOut |= world.Names.Same(line[1], Nick);
        OnLeft(line, line[0], line[1]);
    }

    private void CheckReason(WireLine line, string reason)
    {
        if (world.Reasons.IsGiven(line.User, line.Verb, reason)) return;
        if (line.Verb == "QUIT" && Reasons.IsOfServer(world, world.Find(line.User), reason)) return;
        throw Broken(Promise.NothingSilent, $"gave no such reason: {line}");
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
            _changesOfMembers++;
            room.Members.Remove(world.Names.Fold(nick));
        }
    }

    private void OnQuit(WireLine line)
    {
        CheckReason(line, line[0]);
        if (line[0] != Leaving) _haveQuit.Add(line.User);
        var nick = world.Names.Fold(line.Nick);
        var shared = Rooms.Where(room => room.Value.Members.ContainsKey(nick)).ToList();
        if (shared.Count == 0)
            throw Broken(Promise.NothingSilent, $"hears twice, or of a stranger, that he has gone: {line}");
        foreach (var (folded, room) in shared)
        {
            var member = room.Members[nick];
            if (member.User is not null && member.User != line.User)
                throw Broken(Promise.OneOwnerPerNick, $"he is {member.User} here: {line}");
            Place(folded, line);
            _changesOfMembers++;
            room.Members.Remove(nick);
            NoteReturn(line, folded, member);
        }
    }

    private void OnNick(WireLine line)
    {
        var (before, after) = (world.Names.Fold(line.Nick), world.Names.Fold(line[0]));
        var isMe = line.User == UserName;
        if (isMe && line.Nick != Nick) throw Broken(Promise.KnowledgeIsTrue, $"is called {line.Nick}: {line}");
        var shared = Rooms.Where(room => room.Value.Members.ContainsKey(before)).ToList();
        if (!isMe && shared.Count == 0)
            throw Broken(Promise.NothingSilent, $"hears twice, or of a stranger, that he is called otherwise: {line}");
        CheckUnique(line, line[0], line.User);
        foreach (var (folded, room) in shared)
        {
            Place(folded, line);
            _changesOfMembers++;
            room.Members.Remove(before, out var member);
            CheckMayRename(room, member!, line);
            member!.Nick = line[0];
            room.Members.Add(after, member);
        }

        if (!isMe) return;
        if (before != after) NicksLeft.Add(before);
        _nicksGivenUp.Add(before);
        _nicksGivenUp.Remove(after);
        Nick = line[0];
        NicksHeld.Add(after);
    }

    /// <summary>Guarantee 4, as far as one client can see: nobody comes by a nick that another has whom it knows.</summary>
    private void CheckUnique(WireLine line, string nick, string user)
    {
        var folded = world.Names.Fold(nick);
        if (folded == world.Names.Fold(Nick) && user != UserName) throw Broken(Promise.OneOwnerPerNick, $"has this nick itself: {line}");
        foreach (var room in Rooms.Values)
        {
            if (room.Members.TryGetValue(folded, out var owner) && (owner.User ?? user) != user)
                throw Broken(Promise.OneOwnerPerNick, $"{owner.User} has this nick in {room.Name}: {line}");
            if (line.Verb == "NICK" && !world.Names.Same(line.Nick, nick) && room.Members.ContainsKey(folded))
                throw Broken(Promise.OneOwnerPerNick, $"somebody has this nick in {room.Name}: {line}");
        }
    }
}
