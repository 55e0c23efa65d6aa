using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>Everybody is asked what he knows.</content>
public sealed partial class Run
{
    // In a crowd, to ask everybody of everybody would take longer than all else.
    private const int MostWhoAskOfOthers = 8;
    private const int MostMembersForAll = 200;
    private const int MostAskedOf = 6;
    private const int MostNicksAtOnce = 20;
    private const int MostShownByWho = 100;
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
        TryRuling(attentive);
        foreach (var client in attentive.Take(MostWhoTrySpeaking)) TrySpeaking(client);
        TryRenaming(attentive.Take(MostWhoTrySpeaking));
        var outsiders = attentive.Where(client => _world.RoomsWithout(client.Model).Any()).Take(MostWhoTryDoors).ToList();
        var counting = _server.Simulation.Random.Chance(0.1) ? attentive : [];
        foreach (var outsider in outsiders) TryDoors(outsider, counting);
        TryInviting(attentive);
        TryTakingBack(attentive);
        TryWatching(attentive);
        if (_server.Simulation.Random.Chance(0.05)) TryCalling(attentive);
        if (_server.Simulation.Random.Chance(0.3)) TryNaming(attentive.Where(client => client.IsAttentive).ToList());
        TryPower(attentive.Where(client => client.IsAttentive).ToList());
        CheckErrors();
    }

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

    private Step.Recall DrawRecall(string room)
    {
        var random = _server.Simulation.Random;
        var subcommand = Vocabulary.Subcommands[random.Next(Vocabulary.Subcommands.Count)];
        return new Step.Recall(subcommand, room, random.Next(5), random.Next(5), 1 + random.Next(6), ByTime: random.Chance(0.5));
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
        client.Say($"USERHOST {next.Nick}");
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
