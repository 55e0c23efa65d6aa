namespace ChatServer.SimulationTests.Model;

/// <content>Whether others may do what the client sees them do. It can judge that only of rooms whose modes and ranks it knows.</content>
internal sealed partial class ClientModel
{
    private void CheckMayJoin(RoomView room, WireLine line)
    {
        var who = world.Find(line.User);
        if (world.WasInvited(who, room.Name)) return;
        if (room.Flags?.Contains('i') == true) throw Broken(Promise.RulesHold, $"comes uninvited: {line}");
        if (room.Limit <= room.Members.Count) throw Broken(Promise.RulesHold, $"comes into a room that is full: {line}");
        if (room.Key is { } key && !world.TriedKey(who, room.Name, key)) throw Broken(Promise.RulesHold, $"comes without the key: {line}");
        if (room.Bans?.Any(mask => world.Names.Covers(mask, line.Source)) == true)
            throw Broken(Promise.RulesHold, $"comes though banned: {line}");
    }

    private void CheckMaySpeak(RoomView room, WireLine line)
    {
        var who = room.Members.GetValueOrDefault(world.Names.Fold(line.Nick));
        if (who is null)
        {
            if (room.Flags?.Contains('n') == true) throw Broken(Promise.RulesHold, $"speaks from outside: {line}");
            return;
        }

        if (who.Ranks is null || who.Height >= RoomView.Voice) return;
        if (room.Flags?.Contains('m') == true) throw Broken(Promise.RulesHold, $"speaks without a voice: {line}");
        if (room.Bans?.Any(mask => world.Names.Covers(mask, line.Source)) == true)
            throw Broken(Promise.RulesHold, $"speaks though banned: {line}");
    }

    private void CheckMayChangeModes(RoomView room, WireLine line)
    {
        var by = MemberOf(room, line, line.Nick);
        if (by.Ranks is null) return;
        foreach (var (letter, adds, parameter) in ModeLine.Read(line[1], line.Parameters.Skip(2)))
        {
            // Anybody may give up what he has.
            var isRank = RoomView.RankLetters.Contains(letter, StringComparison.Ordinal);
            if (!adds && isRank && world.Names.Same(parameter!, by.Nick))
                continue;
            var needed = letter switch
            {
                'q' or 'a' => RoomView.HeightOf('q'),
                'o' or 'h' => RoomView.Operator,
                _ => RoomView.HalfOperator,
            };
            if (by.Height < needed) throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' may not do this: {line}");
        }
    }
}
