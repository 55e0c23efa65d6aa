using System.Globalization;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>All go, and nothing is left of them.</content>
public sealed partial class Run
{
    /// <summary>Who does not answer the server's PING is closed.</summary>
    private void CheckDeadAreClosed()
    {
        if (!_clients.Exists(client => client.IsDeadAndServed)) return;
        RunFor(UntilTimersHaveRun);
        if (_clients.Find(client => client.IsDeadAndServed) is { } dead)
            throw new BrokenPromiseException(
                Promise.BoundedEverything, $"client {dead.Model.Number} has been dead for {UntilTimersHaveRun} and is not closed");
    }

    private void SendAllAway()
    {
        foreach (var client in _clients) client.Leave(politely: _server.Simulation.Random.Chance(0.5));
        RunFor(UntilTimersHaveRun);
        foreach (var client in _clients.Where(client => !client.Model.IsGone))
            throw new BrokenPromiseException(
                Promise.NothingLeftOver, $"client {client.Model.Number} has left, and its connection is not closed");
    }

    /// <summary>A last client finds an empty server; when it has left too, nothing is there at all.</summary>
    private void CheckNothingIsLeft()
    {
        Left(_server.LivingActors());
        var nicks = _world.Clients.SelectMany(client => client.NicksHeld).Distinct().Take(20).ToList();
        var steps = new List<Step> { new Step.Say("LUSERS"), new Step.Say("LIST"), new Step.Say("WHO *"), new Step.Sync() };
        steps.AddRange(nicks.SelectMany(nick => new Step[] { new Step.Say($"NICK {nick}"), new Step.Sync() }));
        var witness = Enter(new ClientPlan(int.MaxValue >> 8, "witness", Speech.Plain, TimeSpan.Zero, AnswersPings: true, steps));
        witness.OnLine = CheckWitness;
        RunUntil(() => witness.IsDone, LongEnough);
        CheckAnswered();
        witness.Leave(politely: true);
        RunFor(UntilAllIsQuiet);
        Left(_server.LivingActors());
        if (_server.Simulation.Clock.UntilNext is { } next) Left([$"a timer, due in {next}"]);
        if (_server.Network.BuffersOut > 0) Left([string.Create(CultureInfo.InvariantCulture, $"{_server.Network.BuffersOut} buffers")]);
        CheckErrors();
    }

    private static void CheckWitness(WireLine line)
    {
        var text = line.Text;
        string? left = line.Verb switch
        {
            "251" when !text.Contains("There are 1 users and 0 invisible", StringComparison.Ordinal) => text,
            "254" when line[1] != "0" => text,
            "322" => text,
            "352" when line[5] != "witness" => text,
            "433" => text,
            _ => null,
        };
        if (left is not null) Left([left]);
    }

    private static void Left(IEnumerable<string> things)
    {
        if (things.ToList() is { Count: > 0 } left)
            throw new BrokenPromiseException(
                Promise.NothingLeftOver, $"when all had gone there was still: {string.Join("; ", left.Take(5))}");
    }

    private void CheckItEnds()
    {
        foreach (var client in _clients) client.Forget();
        if (!RunUntil(_server.End(), UntilTimersHaveRun))
            throw new BrokenPromiseException(Promise.NothingLeftOver, "the actor system does not terminate");
        _isThrough = true;
    }
}
