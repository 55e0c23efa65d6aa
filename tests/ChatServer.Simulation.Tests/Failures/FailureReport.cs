using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Failures;

/// <summary>A failure as somebody can understand it: which promise, which seed, and the shortest history found that still breaks
/// it.</summary>
public sealed class FailureReport
{
    private const int MostEntries = 200;
    private static readonly string[] Small =
        ["002", "003", "004", "005", "251", "252", "253", "254", "255", "265", "266", "372", "375", "422", "CAP", "USER"];

    private FailureReport(ulong seed, BrokenPromiseException broken, Plan plan, IReadOnlyList<HistoryEntry> entries, string trace)
    {
        Seed = seed;
        Broken = broken;
        Plan = plan;
        Entries = entries;
        Trace = trace;
    }

    /// <summary>Repeats the run, before it was made smaller.</summary>
    public ulong Seed { get; }

    /// <summary>The promise, and what was seen instead.</summary>
    public BrokenPromiseException Broken { get; }

    /// <summary>The smallest plan found.</summary>
    public Plan Plan { get; }

    private int Steps => Plan.Clients.Sum(client => client.Steps.Count);

    /// <summary>What went over the lines, without the small talk of registration.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; }

    /// <summary>What went on between the server's actors, message by message.</summary>
    public string Trace { get; }

    /// <summary>Makes a failed run smaller and describes it.</summary>
    /// <param name="plan">Breaks a promise.</param>
    /// <param name="mutate">The mistake in the engine, anew for each run; null for none.</param>
    /// <param name="time">How long to look for a smaller one at most; null for a minute.</param>
    public static FailureReport Create(Plan plan, Func<Mutation>? mutate = null, TimeSpan? time = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (smallest, result) = Shrinker.Shrink(plan, mutate, time);
        var entries = result.History.Entries.Where(IsWorthSeeing).TakeLast(MostEntries).ToList();
        return new FailureReport(plan.Seed, result.Broken!, smallest, entries, result.Trace);
    }

    /// <summary>The whole report in text.</summary>
    public override string ToString() => $"""
        Seed {Seed} breaks promise "{Broken.Promise}".
        {Broken.What}

        Again:  dotnet run -c Release --project tests/ChatServer.Simulation.Tests -- --seed {Seed}
        The smallest history found that still breaks it ({Plan.Clients.Count} clients, {Steps} steps):

        {TextChart.Draw(Entries)}
        """;

    /// <summary>Writes the report as text, as a page, and what went on between the actors.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The files; the page is the last one.</returns>
    public IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var text = Path.Combine(folder, $"seed-{Seed}.txt");
        var trace = Path.Combine(folder, $"seed-{Seed}.trace.txt");
        var page = Path.Combine(folder, $"seed-{Seed}.html");
        File.WriteAllText(text, ToString());
        File.WriteAllText(trace, Trace);
        File.WriteAllText(page, HtmlChart.Draw(this));
        return [text, trace, page];
    }

    private static bool IsWorthSeeing(HistoryEntry entry)
    {
        var words = entry.Text.Split(' ').SkipWhile(word => word.StartsWith('@') || word.StartsWith(':'));
        return entry.Kind == HistoryKind.Note || !Small.Contains(words.FirstOrDefault());
    }
}
