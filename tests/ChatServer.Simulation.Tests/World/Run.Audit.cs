using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>Everybody is asked what he knows, and some try what they may.</content>
public sealed partial class Run
{
    // In a crowd, to ask everybody of everybody would take longer than all else.
    private const int MostWhoAskOfOthers = 8;
    private const int MostMembersForAll = 200;
    private const int MostAskedOf = 6;
    private const int MostWhoTryDoors = 5;
    private const int MostDoors = 3;
    private const int MostWhoTrySpeaking = 6;
    private const int MostNicksAtOnce = 20;
    private const int MostShownByWho = 100;
    private const int MostGuesses = 12;
    private const int MostTalks = 2;

    /// <summary>Nothing moves any more: who is asked now has to know exactly what is.</summary>
    private void Audit()
    {
        _server.Simulation.ForgetFaults();
        var attentive = _clients.Where(client => client.IsAttentive).ToList();
        foreach (var client in _clients) client.Model.HasEnded = !client.IsServed;
        var changes = _world.Changes;
        _world.IsAtRest = true;
        for (var i = 0; i < attentive.Count; i++)
            AskAll(attentive[i], attentive[(i + 1) % attentive.Count].Model, asksOthersToo: i < MostWhoAskOfOthers);
        SyncAll("audit");
        RunFor(UntilAllIsQuiet);
        AskOfTalks(attentive);
        CheckAnswered();
        var asked = attentive.Select(client => client.Model).Where(model => !model.IsGone).ToList();

        // Nothing more is written to those whom nobody serves; what they have not read yet is their transport's affair.
        foreach (var client in _clients.Where(client => !client.IsServed)) client.Model.StalledSince = null;
        asked.ForEach(model => model.CheckAtRest());
        _world.CheckAtRest(isStill: _world.Changes == changes);

        // Who is given up as dead meanwhile is in some answers and not in others.
        if (_world.Changes != changes) return;
        _world.CheckTruth(asked);
        if (_server.Simulation.Random.Chance(0.25)) TryHiding(attentive);
        foreach (var client in attentive.Take(MostWhoTrySpeaking))
        {
            TrySpeaking(client);
            TryRenaming(client);
        }

        var outsiders = attentive.Where(client => _world.RoomsWithout(client.Model).Any()).Take(MostWhoTryDoors).ToList();
        outsiders.ForEach(TryDoors);
        TryInviting(attentive);
        TryTakingBack(attentive);
        TryPower(attentive.Where(client => client.IsAttentive).ToList());
        CheckErrors();
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

        TryReading(power, attentive);
        if (attentive.FindLast(client => client.IsAttentive && client != power) is not { } victim) return;
        for (var guess = 0; guess < MostGuesses; guess++) victim.Say($"OPER {Vocabulary.OperatorName} guess{guess}");
        SyncAll("guessed");
        power.Say($"KILL {victim.Model.Nick} :k{power.Model.Number}.v");
        SyncAll("killed");
        RunFor(UntilAllIsQuiet);
        if (victim.IsServed) throw new BrokenPromiseException(Promise.RulesHold, $"{NameOf(victim.Model)} was killed and is there");
    }

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

    /// <summary>What two have said to each other both may read, and nobody else.</summary>
    private void AskOfTalks(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight) return;
        for (var i = 0; i < Math.Min(MostWhoAskOfOthers, attentive.Count); i++)
        {
            foreach (var partner in attentive[i].Model.Partners.Take(MostTalks)
                .Append(attentive[(i + 1) % attentive.Count].Model).Distinct())
                attentive[i].Say($"CHATHISTORY LATEST {partner.Nick} * {ClientModel.MostAtOnce}");
        }

        SyncAll("talks");
    }

    /// <summary>Those inside know who may come in; some who are outside try.</summary>
    private void TryDoors(SimulatedClient client)
    {
        if (_plan.Settings.IsTight) return;
        foreach (var room in _world.RoomsWithout(client.Model).Take(MostDoors).ToList())
        {
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

    private Step.Recall DrawRecall(string room)
    {
        var random = _server.Simulation.Random;
        var subcommand = Vocabulary.Subcommands[random.Next(Vocabulary.Subcommands.Count)];
        return new Step.Recall(subcommand, room, random.Next(5), random.Next(5), 1 + random.Next(6), ByTime: random.Chance(0.5));
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

    /// <summary>Who may take another nick has it then, and nobody else.</summary>
    private void TryRenaming(SimulatedClient client)
    {
        if (_plan.Settings.IsTight || !client.IsAttentive || _world.MayRename(client.Model) is not { } may) return;
        var nick = $"y{client.Model.Number}v";
        client.Say($"NICK {nick}");
        SyncAll($"nick{client.Model.Number}");
        if (!client.Model.IsGone && client.Model.Nick == nick != may)
            throw new BrokenPromiseException(
                Promise.RulesHold, $"{NameOf(client.Model)} {(may ? "is kept from taking" : "takes")} another nick");
    }

    private void AskAll(SimulatedClient client, ClientModel next, bool asksOthersToo)
    {
        var model = client.Model;
        model.ForgetWhatWasTold();
        foreach (var room in model.Rooms.Values)
        {
            if (asksOthersToo || room.Members.Count <= MostMembersForAll)
            {
                client.Say($"NAMES {room.Name}");
                client.Say($"WHO {room.Name}");
            }

            client.Say($"TOPIC {room.Name}");
            client.Say($"MODE {room.Name}");
            client.Say($"MODE {room.Name} b");
            if (model.Has(Speech.ReadMarkers)) client.Say($"MARKREAD {room.Name}");
            if (model.IsOperatorOf(room)) client.Say($"MODE {room.Name} e");
            if (model.IsOperatorOf(room)) client.Say($"MODE {room.Name} I");
            if (!asksOthersToo || _plan.Settings.IsTight) continue;
            client.Say($"CHATHISTORY LATEST {room.Name} * 100");
            if (model.Recall(DrawRecall(room.Name)) is { } question) client.Say(question);
        }

        client.Say($"WHOIS {model.Nick}");
        if (!asksOthersToo) return;
        client.Say("LIST");
        client.Say("INVITE");
        client.Say($"MODE {model.Nick}");
        client.Say("MONITOR L");
        client.Say("LUSERS");
        if (_clients.Count < MostShownByWho) client.Say("WHO *");
        model.HasListed = true;
        var elsewhere = _clients.SelectMany(other => other.Model.Rooms.Keys).Distinct().Where(name => !model.Rooms.ContainsKey(name));
        foreach (var name in elsewhere.Take(MostAskedOf))
        {
            client.Say($"NAMES {name}");
            client.Say($"MODE {name}");
            client.Say($"TOPIC {name}");
        }

        foreach (var other in _clients.Where(other => other != client && other.IsAttentive).Take(MostAskedOf))
            client.Say($"WHOIS {other.Model.Nick}");
        foreach (var nick in _world.Clients.SelectMany(other => other.NicksLeft).Distinct().Take(MostAskedOf)) client.Say($"WHOWAS {nick}");
        client.Say($"ISON {string.Join(' ', _world.Clients.SelectMany(other => other.NicksHeld).Distinct().Take(MostNicksAtOnce))}");
        model.HasSpokenTo = _world.Names.Fold(next.Nick);
        client.Say($"PRIVMSG {next.Nick} :z{model.Number}");
    }
}
