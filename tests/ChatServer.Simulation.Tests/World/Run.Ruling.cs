using ChatServer.SimulationTests.Model;

namespace ChatServer.SimulationTests.World;

/// <content>Some who rule a room change how it is. What they may wish for becomes so, and what they may not does not; others find out at
/// the door, or when they speak.</content>
public sealed partial class Run
{
    private const int MostWishes = 3;

    // Not those that hide something from who is asked about it later.
    private const string Flags = "imntcCTNMURQz";
    private const string FlagsOfOperators = "Qz";

    /// <summary>A change of a room's modes.</summary>
    /// <param name="Modes">A sign and a letter.</param>
    /// <param name="Parameter">Null for none.</param>
    /// <param name="HasCome">Whether the room is as it has to be then, as far as the one who asked knows.</param>
    private sealed record Wish(string Modes, string? Parameter, Func<bool> HasCome);

    /// <summary>One of those who rule wishes for something, or for several things in one command.</summary>
    private void TryRuling(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight || _world.Faults > 0) return;
        var rulers = attentive.SelectMany(client => client.Model.Rooms.Values, (client, room) => (client, room))
            .Where(choice => choice.client.Model.IsOperatorOf(choice.room) && choice.room is { Flags: not null, Bans: not null }).ToList();
        if (rulers.Count == 0) return;
        var (client, room) = Draw(rulers);
        if (_server.Simulation.Random.Chance(0.2)) OpenAnother(client);
        var wishes = Enumerable.Range(0, MostWishes).Select(_ => DrawWish(client.Model, room, attentive)).OfType<Wish>()
            .DistinctBy(wish => wish.Modes[1]).ToList();
        if (wishes.Count == 0) return;
        client.Say($"MODE {room.Name} {string.Concat(wishes.Select(wish => wish.Modes))} "
            + string.Join(' ', wishes.Select(wish => wish.Parameter).OfType<string>()));
        SyncAll("ruled");
        if (client.Model.IsGone) return;
        if (wishes.Find(wish => !wish.HasCome()) is { } wish)
            throw new BrokenPromiseException(
                Promise.RulesHold,
                $"{NameOf(client.Model)} has asked for {wish.Modes} {wish.Parameter} in {room.Name}, and it is not as it has to be");
        client.Say($"MODE {room.Name}");
        client.Say($"NAMES {room.Name}");
        if (room.Topic is not null) client.Say($"TOPIC {room.Name} :");
        client.Say($"TOPIC {room.Name}");
        SyncAll("shown");
        if (!client.Model.IsGone && room.Topic is not null)
            throw new BrokenPromiseException(
                Promise.RulesHold, $"{NameOf(client.Model)} has asked for no topic in {room.Name}, and it is \"{room.Topic}\"");
    }

    /// <summary>Who rules another room may have those sent on there who are not let in.</summary>
    private void OpenAnother(SimulatedClient client)
    {
        if (client.Model.Rooms.Count >= _world.Limits.Least(limits => limits.RoomsPerUser, _world.Moment)) return;
        client.Say($"JOIN #v{client.Model.Number}");
        client.Say($"MODE #v{client.Model.Number}");
        SyncAll("another");
    }

    private Wish? DrawWish(ClientModel client, RoomView room, List<SimulatedClient> attentive)
    {
        var me = room.Members[_world.Names.Fold(client.Nick)];
        return _server.Simulation.Random.Next(8) switch
        {
            0 or 1 => DrawFlag(room, me),
            2 when room.Limit is null => DrawLimit(room),
            2 => new Wish("-l", null, () => room.Limit is null),
            3 when room.Key is null => new Wish("+k", "ruled", () => room.Key == "ruled"),
            3 => new Wish("-k", "*", () => room.Key is null),
            4 when room.Throttle is null => new Wish("+j", "9:9", () => room.Throttle?.Text == "9:9"),
            4 => new Wish("-j", null, () => room.Throttle is null),
            5 => DrawForward(client, room, me),
            6 => DrawRank(room, me),
            _ => DrawMask(room, Draw(attentive).Model),
        };
    }

    private Wish DrawFlag(RoomView room, RoomView.Member me)
    {
        var letter = Flags[_server.Simulation.Random.Next(Flags.Length)];
        var was = room.Flags!.Contains(letter);
        var may = me.Height >= (FlagsOfOperators.Contains(letter, StringComparison.Ordinal) ? RoomView.Operator : RoomView.HalfOperator);
        return new Wish($"{(was ? '-' : '+')}{letter}", null, () => room.Flags!.Contains(letter) == (was != may));
    }

    private Wish DrawLimit(RoomView room)
    {
        var limit = room.Members.Count + _server.Simulation.Random.Next(2);
        return new Wish("+l", $"{limit}", () => room.Limit == limit);
    }

    // Where somebody does not rule he sends nobody.
    private Wish? DrawForward(ClientModel client, RoomView room, RoomView.Member me)
    {
        if (me.Height < RoomView.Operator) return null;
        if (room.Forward is not null) return new Wish("-f", null, () => room.Forward is null);
        var other = client.Rooms.Values.LastOrDefault(other => other != room);
        if (other?.Members[_world.Names.Fold(client.Nick)] is not { Ranks: not null } there) return null;
        return new Wish("+f", other.Name, () => room.Forward == (there.Height >= RoomView.Operator ? other.Name : null));
    }

    private Wish? DrawRank(RoomView room, RoomView.Member me)
    {
        var others = room.Members.Values.Where(other => other != me && other.Ranks is not null).ToList();
        if (others.Count == 0) return null;
        var (other, letter) = (Draw(others), Draw(['o', 'h', 'v', 'v']));
        var was = other.Ranks!.Contains(letter, StringComparison.Ordinal);
        var may = me.Height >= (letter == 'v' ? RoomView.HalfOperator : RoomView.Operator) && me.Height >= other.Height;
        return new Wish(
            $"{(was ? '-' : '+')}{letter}", other.Nick, () => other.Ranks!.Contains(letter, StringComparison.Ordinal) == (was != may));
    }

    /// <summary>A mask is taken out of a list, however it is spelt, or one that covers somebody comes in, if there is room.</summary>
    private Wish? DrawMask(RoomView room, ClientModel whom)
    {
        var letter = Draw(['b', 'b', 'e', 'I']);
        var list = letter switch
        {
            'b' => room.Bans,
            'e' => room.Exceptions,
            _ => room.Guests,
        };
        if (list is null || _world.Limits.Known(limits => limits.ListEntries, _world.Moment) is not { } most) return null;
        if (list.Count > 0 && _server.Simulation.Random.Chance(0.5))
        {
            var known = list.First();
            return new Wish($"-{letter}", known[1] == ':' ? known : known.ToUpperInvariant(), () => !list.Contains(known));
        }

        var mask = Draw([$"{whom.Nick}!*@*", $"*!{whom.UserName}@*", $"*!*@{whom.Address}", $"m:*!{whom.UserName}@*"]);
        var may = list.Count < most || list.Any(IsMask);
        return new Wish($"+{letter}", mask, () => list.Any(IsMask) == may);

        bool IsMask(string known) => _world.Names.Same(known, mask);
    }

    private T Draw<T>(IReadOnlyList<T> choices) => choices[_server.Simulation.Random.Next(choices.Count)];
}
