using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>What strangers hear of each other: who knocks, who watches from afar, and who is spoken to by some who go again.</content>
public sealed partial class Run
{
    // More than are in a crowd.
    private const int FirstCaller = 10_000;

    /// <summary>Who knocks is told whether that helps, and those who could let him in hear of it. Who speaks from outside where only
    /// members may is told so, but of a secret room nothing.</summary>
    private void TryKnocking(SimulatedClient client, string room)
    {
        // He may have been sent on to it from another room.
        if (_world.Faults > 0 || client.Model.Rooms.ContainsKey(room)) return;
        var (expected, refusal) = (_world.AnswerToKnock(client.Model, room), _world.RefusalOutside(room));
        if (refusal is not null) client.Say($"PRIVMSG {room} :x{client.Model.Number}{room}.v");
        SyncAll($"outside{client.Model.Number}{room}");
        if (!client.Model.IsGone && refusal is not null && client.Model.LastRefusal != refusal)
            throw new BrokenPromiseException(
                Promise.RulesHold, $"{NameOf(client.Model)} speaks to {room} and is answered {client.Model.LastRefusal}, not {refusal}");
        client.Say($"KNOCK {room} :o{client.Model.Number}.v");
        SyncAll($"knock{client.Model.Number}{room}");
        if (client.Model.IsGone) return;
        var answer = client.Model.AnswerToKnock;
        if (expected is not null && answer != expected && !(expected == "711" && answer == "712"))
            throw new BrokenPromiseException(
                Promise.RulesHold, $"{NameOf(client.Model)} knocks at {room} and is answered {answer}, not {expected}");

        // It stands in their mailboxes by now.
        SyncAll($"heard{client.Model.Number}{room}");
        if (answer == "711" && _world.RulersOf(room).FirstOrDefault(ruler => ruler.LastKnock != client.Model.Sources[0]) is { } deaf)
            throw new BrokenPromiseException(
                Promise.NothingSilent, $"{NameOf(deaf)} has not heard that {client.Model.Nick} knocks at {room}");
    }

    /// <summary>Who watches somebody from afar hears that he is away, though they share no room.</summary>
    private void TryWatching(List<SimulatedClient> attentive)
    {
        if (_plan.Settings.IsTight || _world.Faults > 0) return;
        var present = attentive.Where(client => client.IsAttentive).ToList();
        if (present.Find(client => client.Model.Has(Speech.FromAfar | Speech.Presence)) is not { } watcher) return;
        var strangers = present.Where(other => other != watcher && !other.Model.Rooms.Keys.Any(watcher.Model.Rooms.ContainsKey));
        if (strangers.FirstOrDefault() is not { } watched) return;
        watcher.Say($"MONITOR + {watched.Model.Nick}");
        SyncAll("watching");
        var isWatched = watcher.Model.Watched.ContainsKey(_world.Names.Fold(watched.Model.Nick));
        watched.Say($"AWAY :a{watched.Model.Number}.v");
        SyncAll("away");
        RunFor(UntilAllIsQuiet);
        if (isWatched && !watcher.Model.IsGone && !watched.Model.IsGone && !watcher.Model.HasHeardOfAway(watched.Model))
            throw new BrokenPromiseException(
                Promise.NothingSilent, $"{NameOf(watcher.Model)} watches {watched.Model.Nick} and has not heard that he is away");
    }

    /// <summary>Two speak to somebody, go by the same nick one after the other, and leave. By that nick he finds what he has said with the
    /// one who has it; when nobody has, with the one who spoke last.</summary>
    private void TryCalling(List<SimulatedClient> attentive)
    {
        var settings = _plan.Settings;
        if (settings.IsTight || _world.Faults > 0 || _world.Ledger.HasRedactions || settings.HistoryAge > TimeSpan.Zero) return;
        if (attentive.Find(IsOpen) is not { } called) return;
        const string nick = "caller";
        var one = Call(FirstCaller, "other");
        var two = Call(FirstCaller + 1, nick);
        Leave(two);
        one.Say($"NICK {nick}");
        SyncAll("renamed");
        Expect(one);
        Leave(one);
        Expect(two);

        bool IsOpen(SimulatedClient client) => client.IsAttentive && client.Model.Has(Speech.Past) && !client.Model.UserModes.Contains('g');

        SimulatedClient Call(int number, string name)
        {
            var caller = Enter(new ClientPlan(number, name, Speech.Plain, TimeSpan.Zero, AnswersPings: true, []));
            RunUntil(() => caller.IsDone, UntilTimersHaveRun);
            caller.Say($"PRIVMSG {called.Model.Nick} :m{number}.v");
            SyncAll(name);
            return caller;
        }

        void Leave(SimulatedClient caller)
        {
            caller.Leave(politely: true);
            RunFor(UntilAllIsQuiet);
        }

        void Expect(SimulatedClient caller)
        {
            called.Model.ForgetWhatWasTold();
            called.Say($"CHATHISTORY LATEST {nick} * {ClientModel.MostAtOnce}");
            SyncAll("callers");
            if (called.Model.IsGone || !called.Model.Told.Talks.TryGetValue(nick, out var talk)) return;
            if (talk is not [var said] || said.Sender != caller.Model.Number)
                throw new BrokenPromiseException(
                    Promise.KnowledgeIsTrue,
                    $"{NameOf(called.Model)} has said by the name of {nick}: {string.Join(' ', talk.Select(said => said.Text))}");
        }
    }
}
