using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>Some try what they may, and what they may not; the others know what must come of it.</content>
public sealed partial class Run
{
    private const int MostWhoTryDoors = 5;
    private const int MostDoors = 3;
    private const int MostWhoTrySpeaking = 6;
    private const int MostGuesses = 12;

    /// <summary>An operator hides a room, or shows it again, and others look for it at once.</summary>
    private void TryHiding(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight) return;
        var choices = attentive.SelectMany(client => client.Model.Rooms.Values, (client, room) => (client, room))
            .Where(choice => choice.client.Model.IsOperatorOf(choice.room));
        if (choices.FirstOrDefault(choice => choice.room.Flags is not null) is not ({ } client, { Flags: { } flags } room)) return;
        client.Say($"MODE {room.Name} {(flags.Contains('s') ? "-s" : "+s")}");
        SyncAll("hiding");
        RunFor(UntilAllIsQuiet);
        var asking = attentive.Where(other => other.IsAttentive).Take(MostWhoTryDoors).ToList();
        foreach (var other in asking)
        {
            other.Model.ForgetWhatWasTold();
            other.Model.HasListed = true;
            other.Say("LIST");
        }

        SyncAll("hidden");
        _world.CheckLists(asking.Select(other => other.Model).Where(model => !model.IsGone));
    }

    /// <summary>Those who may speak are heard, and the others refused.</summary>
    private void TrySpeaking(SimulatedClient client)
    {
        if (_plan.Settings.IsTight) return;
        var tries = new List<(Said Said, bool May)>();
        foreach (var name in client.Model.Rooms.Keys.Take(MostDoors))
        {
            if (_world.MaySpeak(client.Model, name) is not { } may) continue;
            client.Say($"PRIVMSG {name} :y{client.Model.Number}.{tries.Count}");
            if (_world.Ledger.Find($"y{client.Model.Number}.{tries.Count}") is { } said) tries.Add((said, may));
        }

        if (tries.Count == 0) return;
        SyncAll($"speech{client.Model.Number}");
        RunFor(UntilAllIsQuiet);
        foreach (var (said, may) in tries.Where(attempt => attempt.Said.Outcome != (attempt.May ? Outcome.Taken : Outcome.Refused)))
        {
            if (client.Model.IsGone || said.Outcome == Outcome.Open) continue;
            throw new BrokenPromiseException(
                Promise.RulesHold, $"{NameOf(client.Model)} {(may ? "is kept from speaking" : "speaks")} in {said.Target}");
        }
    }

    /// <summary>All at once some take other nicks, go away or come back, and speak. Who may take another nick has it then, and nobody
    /// else.</summary>
    private void TryRenaming(IEnumerable<SimulatedClient> clients)
    {
        if (_plan.Settings.IsTight) return;
        var tries = clients.Where(client => client.IsAttentive)
            .Select(client => (client, Nick: $"y{client.Model.Number}v", May: _world.MayRename(client.Model)))
            .Where(attempt => attempt.May is not null).ToList();
        foreach (var (client, nick, _) in tries)
        {
            if (_server.Simulation.Random.Chance(0.5)) client.Say(client.Model.Away is null ? $"AWAY :a{client.Model.Number}.v" : "AWAY");
            client.Say($"NICK {nick}");
            if (client.Model.Rooms.Keys.FirstOrDefault() is { } room) client.Say($"PRIVMSG {room} :y{client.Model.Number}.n");
        }

        SyncAll("nicks");
        foreach (var (client, nick, may) in tries)
        {
            if (!client.Model.IsGone && client.Model.Nick == nick != may)
                throw new BrokenPromiseException(
                    Promise.RulesHold, $"{NameOf(client.Model)} {(may == true ? "is kept from taking" : "takes")} another nick");
        }
    }

    /// <summary>Those inside know who may come in; some who are outside try.</summary>
    /// <param name="client">Who tries.</param>
    /// <param name="counting">Who has the server count anew before, where he rules, how many come (mode <c>j</c>).</param>
    private void TryDoors(SimulatedClient client, List<SimulatedClient> counting)
    {
        if (_plan.Settings.IsTight) return;
        foreach (var room in _world.RoomsWithout(client.Model).Take(MostDoors).ToList())
        {
            if (counting.Find(other => other.IsAttentive && _world.RulersOf(room).Contains(other.Model)) is { } ruler)
            {
                ruler.Say($"MODE {room} +j 1:{60 + client.Model.Number}");
                SyncAll($"anew{client.Model.Number}{room}");
            }

            if (_server.Simulation.Random.Chance(0.2)) TryKnocking(client, room);
            if (_world.MayEnter(client.Model, room) is not { } may) continue;
            client.Say($"JOIN {room}");
            SyncAll($"door{client.Model.Number}{room}");
            RunFor(UntilAllIsQuiet);
            if (!client.Model.IsGone && client.Model.Rooms.ContainsKey(room) != may)
                throw new BrokenPromiseException(
                    Promise.RulesHold, $"{NameOf(client.Model)} {(may ? "is kept out of" : "gets into")} {room}");
        }
    }

    /// <summary>Whoever is invited gets in, whatever keeps others out, and whoever else was invited and came before; but where all come
    /// over TLS nobody does without.</summary>
    private void TryInviting(List<SimulatedClient> attentive)
    {
        var present = attentive.Where(client => client.IsAttentive).ToList();
        if (_plan.Settings.IsTight || _world.FindHost(present.Select(client => client.Model)) is not var (host, room)) return;
        var most = _world.Limits.Least(static limits => limits.RoomsPerUser, _world.Moment);
        var guests = present.Where(client => !client.Model.Rooms.ContainsKey(room) && client.Model.Rooms.Count < most).Take(2).ToList();
        if (guests.Count == 0) return;
        var inviting = present.Find(client => client.Model == host)!;
        if (_server.Simulation.Random.Chance(0.3) && !host.Rooms[room].Flags!.Contains('i')) inviting.Say($"MODE {room} +i");
        SyncAll("inviting");

        // Where all need to be invited, he who has no rank invites nobody.
        present.Find(client => client.Model.Rooms.ContainsKey(room) && !_world.RulersOf(room).Contains(client.Model))
            ?.Say($"INVITE {guests[0].Model.Nick} {room}");
        if (_server.Simulation.Random.Chance(0.2)) inviting.Say($"MODE {room} +z");
        foreach (var guest in guests) inviting.Say($"INVITE {guest.Model.Nick} {room}");
        SyncAll("invited");
        var isOpen = host.Rooms.GetValueOrDefault(room)?.Flags?.Contains('z') == false;
        foreach (var guest in guests)
        {
            guest.Say($"JOIN {room}");
            SyncAll($"guest{guest.Model.Number}");
            if (!guest.Model.IsGone && guest.Model.Rooms.ContainsKey(room) != isOpen)
                throw new BrokenPromiseException(
                    Promise.RulesHold, $"{NameOf(guest.Model)} was invited to {room} and {(isOpen ? "is kept out of it" : "gets in")}");
        }
    }

    /// <summary>Some try to take back what they or others have said; those who hear of it know whether they may.</summary>
    private void TryTakingBack(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight) return;
        foreach (var client in attentive.Take(MostWhoTrySpeaking))
        {
            var (rooms, back) = (client.Model.Rooms.Keys.Take(MostDoors), _server.Simulation.Random.Next(3));
            var wishes = rooms.Select(room => new Step.TakeBack(room, back, IsPrivate: false))
                .Append(new Step.TakeBack("", back, IsPrivate: true));
            foreach (var line in wishes.Select(client.Model.TakeBack).OfType<string>().ToList()) client.Say(line);
        }

        SyncAll("back");
        RunFor(UntilAllIsQuiet);
    }

    /// <summary>What an operator of the server says reaches all whom it is for, and whom he kills is gone.</summary>
    private void TryPower(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight || attentive.Find(client => client.Model.UserModes.Contains('o')) is not { } power) return;
        var (wallops, broadcast) = ($"w{power.Model.Number}.v", $"v{power.Model.Number}");
        power.Say($"WALLOPS :{wallops}");
        power.Say($"PRIVMSG $* :{broadcast}");
        SyncAll("power");
        RunFor(UntilAllIsQuiet);
        var said = _world.Ledger.Find(broadcast);
        foreach (var model in attentive.Select(client => client.Model).Where(model => !model.IsGone))
        {
            if (model.UserModes.Contains('w') && model.LastWallops != wallops)
                throw new BrokenPromiseException(Promise.NothingSilent, $"{NameOf(model)} has not heard \"{wallops}\"");
            if (model != power.Model && said?.HeardBy.Contains(model.Number) == false)
                throw new BrokenPromiseException(Promise.NothingSilent, $"{NameOf(model)} has not heard \"{broadcast}\"");
        }

        TryReaching(power, attentive);
        TryUprooting(power, attentive);
        TryReading(power, attentive);
        if (attentive.FindLast(client => client.IsAttentive && client != power) is not { } victim) return;
        for (var guess = 0; guess < MostGuesses; guess++) victim.Say($"OPER {Vocabulary.OperatorName} guess{guess}");
        SyncAll("guessed");
        power.Say($"KILL {victim.Model.Nick} :k{power.Model.Number}.v");
        SyncAll("killed");
        RunFor(UntilAllIsQuiet);
        if (victim.IsServed) throw new BrokenPromiseException(Promise.RulesHold, $"{NameOf(victim.Model)} was killed and is there");
    }

    /// <summary>Who hears only some hears an operator of the server all the same.</summary>
    private void TryReaching(SimulatedClient power, List<SimulatedClient> attentive)
    {
        if (attentive.Find(client => client.IsAttentive && client != power) is not { } called) return;
        if (!called.Model.UserModes.Contains('g')) called.Say($"MODE {called.Model.Nick} +g");
        SyncAll("called");
        power.Say($"PRIVMSG {called.Model.Nick} :x{power.Model.Number}.v");
        SyncAll("reached");
    }

    /// <summary>Somebody gets another host while he gets a rank, or leaves a room: whoever sees him leave and come back sees him
    /// come where he is, as what he is.</summary>
    private void TryUprooting(SimulatedClient power, List<SimulatedClient> attentive)
    {
        var present = attentive.Where(client => client.IsAttentive).ToList();
        var candidates = present.Where(client => client != power && client.Model.Rooms.Count > 0).ToList();
        if (_world.Faults > 0 || candidates.Count == 0) return;
        var uprooted = candidates.Find(client => client.Model.Rooms.Values.Any(client.Model.IsOperatorOf)) ?? candidates[0];
        var room = Draw(uprooted.Model.Rooms.Values.ToList());
        if (uprooted.Model.IsOperatorOf(room)) uprooted.Say($"MODE {room.Name} +v {uprooted.Model.Nick}");
        power.Say($"CHGHOST {uprooted.Model.Nick} h{uprooted.Model.Number}.v.example");
        if (_server.Simulation.Random.Chance(0.5)) uprooted.Say($"PART {room.Name} :p{uprooted.Model.Number}.v");
        SyncAll("uprooted");
        foreach (var client in present.Take(MostWhoAskOfOthers))
        {
            foreach (var name in client.Model.Rooms.Keys.Take(MostDoors)) client.Say($"NAMES {name}");
        }

        SyncAll("counted");
    }

    /// <summary>An operator has other settings read: everybody is told of those that concern him, and what is remembered goes by
    /// them.</summary>
    private void TryReading(SimulatedClient power, List<SimulatedClient> attentive)
    {
        power.Say("REHASH");
        SyncAll("read");
        RunFor(UntilAllIsQuiet);
        foreach (var client in attentive.Where(client => client.IsAttentive).Take(MostWhoAskOfOthers))
        {
            client.Model.CheckFeatures();
            foreach (var room in client.Model.Rooms.Keys.Take(MostDoors))
                client.Say($"CHATHISTORY LATEST {room} * {ClientModel.MostAtOnce}");
        }

        SyncAll("remembered");
        CheckErrors();
    }

    private static string NameOf(ClientModel model) => $"client {model.Number} ({model.Nick})";
}
