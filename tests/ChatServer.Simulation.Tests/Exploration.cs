using System.Collections.Concurrent;
using System.Diagnostics;
using ChatServer.SimulationTests.Failures;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>Plays many seeds, on all cores, and counts.</summary>
internal sealed class Exploration
{
    private readonly ConcurrentQueue<ulong> _failed = new();
    private long _seeds;
    private long _events;

    public long Seeds => Interlocked.Read(ref _seeds);

    public long Events => Interlocked.Read(ref _events);

    public IReadOnlyCollection<ulong> Failed => _failed;

    /// <summary>Plays seeds until there are no more, or time is up.</summary>
    /// <param name="seeds">Which.</param>
    /// <param name="time">How long at most.</param>
    /// <param name="onFailure">Told of each failure; any thread.</param>
    public void Play(IEnumerable<ulong> seeds, TimeSpan time, Action<ulong, RunResult>? onFailure = null)
    {
        using var timeIsUp = new CancellationTokenSource(time);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(seeds, EnumerablePartitionerOptions.NoBuffering), options, (seed, loop) =>
        {
            if (timeIsUp.IsCancellationRequested)
            {
                loop.Stop();
                return;
            }

            var result = Play(seed);
            Interlocked.Increment(ref _seeds);
            Interlocked.Add(ref _events, result.Events);
            if (result.Broken is null) return;
            _failed.Enqueue(seed);
            onFailure?.Invoke(seed, result);
        });
    }

    /// <summary>The program.</summary>
    public static int Start(Arguments arguments, TextWriter output)
    {
        if (arguments.Seed is { } alone) return PlayAlone(alone, arguments, output);
        var from = arguments.From ?? (ulong)Random.Shared.Next();
        output.WriteLine($"Seeds from {from}, on {Environment.ProcessorCount} cores.");
        var exploration = new Exploration();
        var watch = Stopwatch.StartNew();
        var period = TimeSpan.FromSeconds(10);
        using (new Timer(_ => output.WriteLine(exploration.Progress(watch.Elapsed)), null, period, period))
        {
            exploration.Play(
                Count(from, arguments.Seeds), arguments.Time, (seed, result) => output.WriteLine($"Seed {seed}: {result.Broken!.Message}"));
        }

        foreach (var seed in exploration.Failed.Order().Take(3)) Report(seed, arguments, output);
        output.WriteLine($"{exploration.Seeds} seeds, {exploration.Events} events, {exploration.Failed.Count} failures");
        return exploration.Failed.Count > 0 ? 1 : 0;
    }

    private static IEnumerable<ulong> Count(ulong from, long most)
    {
        for (var i = 0L; i < most; i++) yield return from + (ulong)i;
    }

    private static int PlayAlone(ulong seed, Arguments arguments, TextWriter output)
    {
        var result = Run.Play(PlanGenerator.Create(seed), keeps: Keeps.History);
        if (result.Broken is not null) Report(seed, arguments, output);
        if (arguments.WantsDigest) output.WriteLine($"digest {result.History.Digest:x16}");
        output.WriteLine($"1 seeds, {result.Events} events, {(result.Broken is null ? 0 : 1)} failures");
        return result.Broken is null ? 0 : 1;
    }

    private static void Report(ulong seed, Arguments arguments, TextWriter output)
    {
        var report = FailureReport.Create(PlanGenerator.Create(seed));
        output.WriteLine(report);
        if (arguments.Report is not { } folder) return;
        foreach (var file in report.Write(folder)) output.WriteLine($"written: {file}");
    }

    private static RunResult Play(ulong seed)
    {
        try
        {
            return Run.Play(PlanGenerator.Create(seed));
        }
        catch (Exception cause)
        {
            // A fault of the simulation itself; whoever mends it needs the seed as well.
            throw new InvalidOperationException($"Seed {seed} could not be played.", cause);
        }
    }

    private string Progress(TimeSpan elapsed) =>
        $"{Seeds} seeds, {Events} events ({Events / elapsed.TotalSeconds:0} a second), {_failed.Count} failures";
}
