using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>What a room is called. Source: IRCv3 draft/channel-rename.</content>
public sealed partial class Run
{
    /// <summary>Somebody who is not quite an operator gives a room another name, then an operator does, twice: he who sees it knows whether
    /// it may be. By its old name nobody gets into it.</summary>
    private void TryNaming(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight || _world.Faults > 0) return;
        var choices = attentive.Where(client => client.Model.Has(Speech.NewNames | Speech.Times))
            .SelectMany(client => client.Model.Rooms.Values, (client, room) => (client, room))
            .Where(choice => HeightIn(choice.client, choice.room) >= RoomView.Operator).ToList();
        if (choices.Count == 0) return;
        var (client, room) = Draw(choices);
        var (before, first, second) = (room.Name, $"#w{client.Model.Number}.1", $"#w{client.Model.Number}.2");
        var others = attentive.Where(other => other != client && HeightIn(other, room) == 0).ToList();
        if (others.Count > 0)
        {
            var other = Draw(others);
            client.Say($"MODE {before} +h {other.Model.Nick}");
            SyncAll("helper");
            other.Say($"RENAME {before} #w{other.Model.Number}.0 :r{other.Model.Number}.v");
            SyncAll("helped");
        }

        client.Say($"RENAME {before} {first} :r{client.Model.Number}.v");
        SyncAll("named");
        client.Say($"RENAME {room.Name} {second} :r{client.Model.Number}.w");
        SyncAll("named-again");
        RunFor(UntilAllIsQuiet);
        if (client.Model.IsGone || _world.Names.Same(room.Name, before)) return;
        var most = _world.Limits.Least(static limits => limits.RoomsPerUser, _world.Moment);
        var name = _world.Names.Fold(room.Name);
        var stranger = attentive.Find(other =>
            other.IsAttentive && !other.Model.Rooms.ContainsKey(name) && other.Model.Rooms.Count < most);
        stranger?.Say($"JOIN {before}");
        SyncAll("old-name");
        if (stranger?.Model.Rooms.ContainsKey(name) == true)
            throw new BrokenPromiseException(
                Promise.KnowledgeIsTrue, $"{NameOf(stranger.Model)} has asked for {before} and gets into {room.Name}");
    }

    private int? HeightIn(SimulatedClient client, RoomView room) =>
        client.Model.Rooms.GetValueOrDefault(_world.Names.Fold(room.Name))?.Members.GetValueOrDefault(_world.Names.Fold(client.Model.Nick))
            is { Ranks: not null } member ? member.Height : null;
}
