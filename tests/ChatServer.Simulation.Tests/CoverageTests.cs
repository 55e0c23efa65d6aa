using System.Collections;
using ChatServer.Engine;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests;

/// <summary>What clients never say, the simulation can find nothing in.</summary>
public sealed class CoverageTests
{
    /// <summary>What every simulated client says by itself, to come in and to stay.</summary>
    private static readonly string[] SaidByAll = ["CAP", "NICK", "USER", "PING", "PONG", "QUIT", "BATCH"];

    [Fact]
    public void Clients_say_everything_that_the_command_table_knows()
    {
        var said = new HashSet<string>(SaidByAll);
        var words = new Vocabulary(new SeededRandom(1), rooms: 2, clients: 3, rfc1459: false, longTexts: false);
        for (var round = 0; round < 200; round++)
        {
            foreach (var step in words.EveryPhrase()) said.Add(VerbOf(step));
        }

        Assert.Empty(Verbs().Except(said));
    }

    [Fact]
    public void Every_theme_is_drawn_by_some_plan()
    {
        var verbs = Enumerable.Range(1, 1000)
            .SelectMany(seed => PlanGenerator.Create((ulong)seed).Clients)
            .SelectMany(client => client.Steps)
            .Select(VerbOf)
            .ToHashSet();
        Assert.Superset(new HashSet<string>(["CHATHISTORY", "MONITOR", "RENAME", "OPER", "KNOCK", "TAGMSG", "SETNAME", "ADMIN"]), verbs);
    }

    private static string VerbOf(Step step) => step switch
    {
        Step.Say { Line: ['@', ..] } tagged => tagged.Line.Split(' ')[1],
        Step.Say say => say.Line.Split(' ')[0],
        Step.SayLines => "BATCH",
        Step.Recall => "CHATHISTORY",
        Step.TakeBack => "REDACT",
        _ => "",
    };

    // The table is the engine's own affair; whether all of it is tried is ours.
    private static IEnumerable<string> Verbs()
    {
        var table = typeof(EngineContext).Assembly.GetType("ChatServer.Engine.Commands.CommandTable", throwOnError: true)!;
        foreach (var row in (IEnumerable)table.GetField("All")!.GetValue(null)!)
            yield return (string)row.GetType().GetProperty("Verb")!.GetValue(row)!;
    }
}
