namespace ChatServer.SimulationTests.Model;

/// <content>Whether others may do what the client sees them do. It can judge that only of rooms whose modes and ranks it knows.</content>
internal sealed partial class ClientModel
{
    private void CheckMayJoin(RoomView room, WireLine line)
    {
        // Nobody here comes over TLS, and that is asked even of the invited.
        if (room.Flags?.Contains('z') == true) throw Broken(Promise.RulesHold, $"comes without TLS: {line}");
        var who = world.Find(line.User);
        var comesTooSoon = room.Throttle?.Admit(TimeOf(line)) == true && !world.Settings.ClockJumps;
        if (world.WasInvited(who, room.Name)) return;
        if (room.Flags?.Contains('R') == true) throw Broken(Promise.RulesHold, $"comes without an account: {line}");
        if (room.Flags?.Contains('i') == true && !MayBeCovered(room.Guests, line, isJoining: true))
            throw Broken(Promise.RulesHold, $"comes uninvited: {line}");
        if (room.Limit <= room.Members.Count) throw Broken(Promise.RulesHold, $"comes into a room that is full: {line}");
        if (room.Key is { } key && !world.TriedKey(who, room.Name, key)) throw Broken(Promise.RulesHold, $"comes without the key: {line}");
        if (IsBanned(room, line, isJoining: true)) throw Broken(Promise.RulesHold, $"comes though banned: {line}");
        if (comesTooSoon) throw Broken(Promise.RulesHold, $"comes though too many have come ({room.Throttle!.Text}): {line}");
    }

    private void CheckMayInvite(WireLine line, string name, string nick)
    {
        if (Rooms.GetValueOrDefault(world.Names.Fold(name)) is not { IsArriving: false } room) return;
        if (room.Flags?.Contains('i') != true) return;
        if (room.Members.GetValueOrDefault(world.Names.Fold(nick)) is not { Ranks: not null } by) return;
        if (by.Height < RoomView.HalfOperator) throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' may invite nobody here: {line}");
    }

    private void CheckMaySpeak(RoomView room, WireLine line)
    {
        if (room.Flags is { } flags) CheckMayBeSaid(flags, line);
        var who = room.Members.GetValueOrDefault(world.Names.Fold(line.Nick));
        if (who is null)
        {
            if (room.Flags?.Contains('n') == true) throw Broken(Promise.RulesHold, $"speaks from outside: {line}");
            return;
        }

        if (who.Ranks is null || who.Height >= RoomView.Voice) return;
        if (room.Flags?.Contains('m') == true && !room.Flags.Contains('U'))
            throw Broken(Promise.RulesHold, $"speaks without a voice: {line}");
        if (room.Flags?.Contains('M') == true && !room.Flags.Contains('U'))
            throw Broken(Promise.RulesHold, $"speaks without an account: {line}");
        if (IsBanned(room, line, isJoining: false)) throw Broken(Promise.RulesHold, $"speaks though banned: {line}");
        var me = room.Members.GetValueOrDefault(world.Names.Fold(Nick));
        if (room.Flags?.Contains('U') == true && line.User != UserName && me?.Ranks is not null && me.Height < RoomView.HalfOperator)
            throw Broken(Promise.RulesHold, $"'{me.Signs}{Nick}' hears what is for operators: {line}");
    }

    // Source: the room modes C, c and T as InspIRCd and others have them.
    private void CheckMayBeSaid(HashSet<char> flags, WireLine line)
    {
        var isCtcp = line[1].StartsWith('\u0001') && !line[1].StartsWith("\u0001ACTION ", StringComparison.Ordinal);
        if (flags.Contains('C') && isCtcp) throw Broken(Promise.RulesHold, $"CTCP is not taken here: {line}");
        if (flags.Contains('c') && line[1].Contains('\u0002', StringComparison.Ordinal))
            throw Broken(Promise.RulesHold, $"formatting is not taken here: {line}");
        if (flags.Contains('T') && line.Verb == "NOTICE") throw Broken(Promise.RulesHold, $"notices are not taken here: {line}");
    }

    private void CheckMayRename(RoomView room, RoomView.Member member, WireLine line)
    {
        if (member.Ranks is null) return;
        if (room.Flags?.Contains('N') == true && member.Height < RoomView.HalfOperator)
            throw Broken(Promise.RulesHold, $"has to keep his nick in {room.Name}: {line}");
        if (member.Height < RoomView.Voice && IsBanned(room, line, isJoining: false))
            throw Broken(Promise.RulesHold, $"has to keep his nick as long as he is banned in {room.Name}: {line}");
    }

    private void CheckMayChangeModes(RoomView room, WireLine line)
    {
        var changes = ModeLine.Read(line[1], line.Parameters.Skip(2)).ToList();
        if (changes.TrueForAll(change => world.HasForcedMode(line.User, room.Name, change))) return;
        var by = MemberOf(room, line, line.Nick);
        if (by.Ranks is null) return;
        var ranks = new HashSet<char>(by.Ranks);
        foreach (var (letter, adds, parameter) in changes)
        {
            var isRank = RoomView.RankLetters.Contains(letter, StringComparison.Ordinal);
            var isAboutHimself = isRank && world.Names.Same(parameter!, by.Nick);
            var needed = letter switch
            {
                'q' or 'a' => RoomView.HeightOf('q'),
                'o' or 'h' or 'f' or 'Q' or 'u' or 'z' => RoomView.Operator,
                _ => RoomView.HalfOperator,
            };

            // Anybody may give up what he has; what he has given up he can't use in the same line.
            var height = ranks.Count == 0 ? 0 : ranks.Max(RoomView.HeightOf);
            if (height < needed && (adds || !isAboutHimself))
                throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' may not do this: {line}");
            if (isRank && !isAboutHimself && MemberOf(room, line, parameter!) is { Ranks: not null } target && target.Height > height)
                throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' may not do this to '{target.Signs}{target.Nick}': {line}");
            if (!isAboutHimself) continue;
            if (adds) ranks.Add(letter);
            else ranks.Remove(letter);
        }
    }

    private bool IsBanned(RoomView room, WireLine line, bool isJoining) =>
        room.Bans is { } bans && Masks.Cover(world.Names, bans, world.Find(line.User), [line.Source], isJoining) == true
        && !MayBeCovered(room.Exceptions, line, isJoining);

    /// <summary>Whether an exception covers somebody, as far as the client knows them.</summary>
    private bool MayBeCovered(HashSet<string>? masks, WireLine line, bool isJoining)
    {
        if (masks is null) return world.HasExceptions;
        var real = $"{line.Nick}!{line.User}@{world.Find(line.User)?.Address}";
        return Masks.Cover(world.Names, masks, world.Find(line.User), [line.Source, real], isJoining) != false;
    }
}
