using System.Collections.Concurrent;
using System.Diagnostics;
using ChatServer.SimulationTests.Failures;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.Threads;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>Plays many seeds, on all cores, and counts.</summary>
/// <param name="planOf">What a seed means.</param>
/// <param name="betweenLooks">How long to wait before looking again at what is being played; null for a second.</param>
internal sealed class Exploration(Func<ulong, Plan> planOf, TimeSpan? betweenLooks = null)
{
    // A run ends by itself, because so many events are allowed and no more; but a handler that goes in circles is one event. Looks are
    // counted and not time: a machine that stands still does not look.
    private const int MostLooks = 1800;
    private static readonly TimeSpan LongestReserve = TimeSpan.FromMinutes(1);
    private const int MostReports = 3;
    private const int SeedsForEachDrill = 250;

    private readonly ConcurrentQueue<ulong> _failed = new();

    // The seeds, and how often each has been looked at.
    private readonly ConcurrentDictionary<ulong, int> _playing = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _seeds;
    private long _events;
    private long _begun;

    public long Seeds => Interlocked.Read(ref _seeds);

    public long Events => Interlocked.Read(ref _events);

    public IReadOnlyCollection<ulong> Failed => _failed;

    /// <summary>The seed whose run does not end, not even by the limit that each run has; null when there is none.</summary>
    public ulong? Endless { get; private set; }

    /// <summary>What has gone wrong between real threads, where no seed decides; null for nothing.</summary>
    public string? OnThreads { get; private set; }

    /// <summary>Plays seeds until there are no more, or time is up. A run that does not end is left to itself.</summary>
    /// <param name="seeds">Which.</param>
    /// <param name="time">How long at most.</param>
    /// <param name="onFailure">Told of each failure; any thread.</param>
    /// <param name="reserve">Once something has failed, so much of the time is not used.</param>
    public void Play(IEnumerable<ulong> seeds, TimeSpan time, Action<ulong, RunResult>? onFailure = null, TimeSpan reserve = default)
    {
        var playing = Task.Factory.StartNew(
            () => PlayOnAllCores(seeds, IsTimeUp, onFailure),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (!playing.Wait(betweenLooks ?? TimeSpan.FromSeconds(1)))
        {
            foreach (var (seed, looks) in _playing)
            {
                _playing.TryUpdate(seed, looks + 1, looks);
                if (looks < MostLooks) continue;
                Endless = seed;
                _failed.Enqueue(seed);
                return;
            }
        }

        bool IsTimeUp() => time != Timeout.InfiniteTimeSpan && _watch.Elapsed > (_failed.IsEmpty ? time : time - reserve);
    }

    /// <summary>The program.</summary>
    public static int Start(Arguments arguments, TextWriter output)
    {
        if (arguments.Seed is { } alone) return PlayAlone(alone, arguments, output);
        var from = arguments.From ?? (ulong)Random.Shared.Next();
        output.WriteLine($"Seeds from {from}, on {Environment.ProcessorCount} cores.");
        var exploration = new Exploration(arguments.PlanOf);
        var period = TimeSpan.FromSeconds(10);
        var reserve = arguments.Time / 5 < LongestReserve ? arguments.Time / 5 : LongestReserve;
        using (new Timer(_ => output.WriteLine(exploration.Progress()), null, period, period))
        {
            exploration.Play(
                Count(from, arguments.Seeds),
                arguments.Time,
                (seed, result) => output.WriteLine($"Seed {seed}: {result.Broken!.Message}"),
                reserve);
        }

        exploration.Report(arguments, output);
        if (exploration.OnThreads is { } onThreads) output.WriteLine($"On real threads, where no seed decides: {onThreads}");
        var failures = exploration.Failed.Count + (exploration.OnThreads is null ? 0 : 1);
        output.WriteLine($"{exploration.Seeds} seeds, {exploration.Events} events, {failures} failures");
        return failures > 0 ? 1 : 0;
    }

    private void PlayOnAllCores(IEnumerable<ulong> seeds, Func<bool> isTimeUp, Action<ulong, RunResult>? onFailure)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(seeds, EnumerablePartitionerOptions.NoBuffering), options, (seed, loop) =>
        {
            if (isTimeUp())
            {
                loop.Stop();
                return;
            }

            if (Interlocked.Increment(ref _begun) % SeedsForEachDrill == 1) OnThreads ??= ThreadDrill.Play();
            var result = Play(seed);
            Interlocked.Increment(ref _seeds);
            Interlocked.Add(ref _events, result.Events);
            if (result.Broken is null) return;
            _failed.Enqueue(seed);
            onFailure?.Invoke(seed, result);
        });
    }

    /// <summary>Describes the first failures, in what is left of the time.</summary>
    private void Report(Arguments arguments, TextWriter output)
    {
        if (Endless is { } endless)
        {
            output.WriteLine($"Seed {endless} did not end in {MostLooks} looks, a second apart: somewhere a handler goes in circles.");
            return;
        }

        var seeds = Failed.Order().Take(MostReports).ToList();
        for (var i = 0; i < seeds.Count; i++)
        {
            var left = arguments.Time == Timeout.InfiniteTimeSpan ? LongestReserve : (arguments.Time - _watch.Elapsed) / (seeds.Count - i);
            Report(seeds[i], left, arguments, output);
        }
    }

    private static IEnumerable<ulong> Count(ulong from, long most)
    {
        for (var i = 0L; i < most; i++) yield return from + (ulong)i;
    }

    private static int PlayAlone(ulong seed, Arguments arguments, TextWriter output)
    {
        var result = Run.Play(arguments.PlanOf(seed), keeps: Keeps.History);
        var time = arguments.Time == Timeout.InfiniteTimeSpan ? LongestReserve : arguments.Time;
        if (result.Broken is not null) Report(seed, time, arguments, output);
        if (arguments.WantsDigest) output.WriteLine($"digest {result.History.Digest:x16}");
        output.WriteLine($"1 seeds, {result.Events} events, {(result.Broken is null ? 0 : 1)} failures");
        return result.Broken is null ? 0 : 1;
    }

    private static void Report(ulong seed, TimeSpan time, Arguments arguments, TextWriter output)
    {
        var report = FailureReport.Create(arguments.PlanOf(seed), time: time);
        output.WriteLine(report);
        if (arguments.Report is not { } folder) return;
        foreach (var file in report.Write(folder)) output.WriteLine($"written: {file}");
    }

    private RunResult Play(ulong seed)
    {
        _playing[seed] = 0;
        try
        {
            return Run.Play(planOf(seed));
        }
        catch (Exception cause)
        {
            // A fault of the simulation itself; whoever mends it needs the seed as well.
            throw new InvalidOperationException($"Seed {seed} could not be played.", cause);
        }
        finally
        {
            _playing.TryRemove(seed, out _);
        }
    }

    private string Progress() =>
        $"{Seeds} seeds, {Events} events ({Events / _watch.Elapsed.TotalSeconds:0} a second), {_failed.Count} failures";
}
