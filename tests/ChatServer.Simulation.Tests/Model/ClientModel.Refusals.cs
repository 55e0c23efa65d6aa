namespace ChatServer.SimulationTests.Model;

/// <content>Whether a refusal has a reason. Where a room decides and answers at once, the refusal stands among the events of the room, so
/// what the client knows of it at that moment is what the room knew. (What a room answers by way of its user, such as 437, may come
/// later.)</content>
internal sealed partial class ClientModel
{
    /// <summary>The numeric by which it was last refused something; null when it was not.</summary>
    public string? LastRefusal { get; private set; }

    private void CheckRefusal(WireLine line)
    {
        if (line.Verb[0] == '4') LastRefusal = line.Verb;
        if (world.Faults > 0 || line.Verb[0] != '4') return;
        if (line.Verb == "405" && Rooms.Count < LeastOf(limits => limits.RoomsPerUser) && !_wasThrownOut)
            throw Broken(Promise.RulesHold, $"is in {Rooms.Count} rooms only: {line}");
        if (world.Aliases.IsDoubtful(line[1])) return;
        if (line.Verb == "405" && Rooms.ContainsKey(world.Names.Fold(line[1]))) throw Broken(Promise.RulesHold, $"is in this room: {line}");
        if (line.Verb == "478") CheckListIsFull(line);
        if (line.Verb == "470" && world.IsAtRest && world.IsForTls(line[1]) == false && world.IsBanned(this, line[1]) == true)
            throw Broken(Promise.RulesHold, $"is banned, and sent on to another room all the same: {line}");
        if (Rooms.GetValueOrDefault(world.Names.Fold(line[1])) is not { IsArriving: false } room) return;
        if (room.Members.GetValueOrDefault(world.Names.Fold(Nick)) is not { } me) return;
        var isUnjust = line.Verb switch
        {
            "403" or "442" => true,
            "404" => MaySpeak(room, me),
            "482" => !world.HasForwards && me.Height >= Operator && room.Flags?.Contains('Q') == false
                && room.Members.Values.All(IsNotAbove),
            _ => false,
        };
        if (isUnjust) throw Broken(Promise.RulesHold, $"is refused without a reason in {room.Name}: {line}");
    }

    // 478 client room letter :list is full
    private void CheckListIsFull(WireLine line)
    {
        if (Rooms.GetValueOrDefault(world.Names.Fold(line[1])) is not { } room || MasksOf(room, line[2][0]) is not { } masks) return;
        if (masks.Count < LeastOf(limits => limits.ListEntries)) throw Broken(Promise.RulesHold, $"there are only {masks.Count}: {line}");
    }

    private const int Operator = RoomView.Operator;

    private static bool IsNotAbove(RoomView.Member member) => member.Ranks is not null && member.Height <= Operator;

    /// <summary>Whether the client knows that it may say anything at all.</summary>
    private bool MaySpeak(RoomView room, RoomView.Member me)
    {
        if (room.Flags is not { } flags || me.Ranks is null || flags.Overlaps("CcT")) return false;
        return me.Height >= RoomView.Voice || (!flags.Overlaps("mM") && IsSurelyHeard(room, me));
    }

    /// <summary>Whether the client knows that no ban silences it.</summary>
    private bool IsSurelyHeard(RoomView room, RoomView.Member me)
    {
        if (me.Ranks is null || world.HasNewHosts) return false;
        if (me.Height >= RoomView.Voice) return true;
        return Cover(room.Bans) == false || Cover(room.Exceptions) == true;

        bool? Cover(HashSet<string>? masks) => masks is null ? null : Masks.Cover(world.Names, masks, this, Sources, isJoining: false);
    }
}
