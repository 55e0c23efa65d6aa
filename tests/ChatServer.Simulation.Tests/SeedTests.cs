using ChatServer.SimulationTests.Failures;
using ChatServer.SimulationTests.Plans;
using Xunit.Abstractions;

namespace ChatServer.SimulationTests;

/// <summary>The whole server, from seeds: nothing of what it promises is broken.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    private const int Fixed = 50;
    private const int Fresh = 300;
    private const int CrowdSize = 2000;

    [Fact]
    public void Seeds_that_everybody_plays_break_no_promise() => PlayAll(Enumerable.Range(1, Fixed).Select(seed => (ulong)seed));

    [Fact]
    public void Seeds_that_nobody_has_played_before_break_no_promise()
    {
        var first = (ulong)Random.Shared.NextInt64(1L << 40);
        output.WriteLine($"Seeds {first} to {first + Fresh - 1}");
        PlayAll(Enumerable.Range(0, Fresh).Select(i => first + (ulong)i));
    }

    [Fact]
    public void A_crowd_in_one_room_breaks_no_promise() => PlayAll([(ulong)Random.Shared.NextInt64(1L << 40)], CrowdSize);

    private void PlayAll(IEnumerable<ulong> seeds, int? crowd = null)
    {
        var exploration = new Exploration(seed => PlanGenerator.Create(seed, crowd));
        exploration.Play(seeds, Timeout.InfiniteTimeSpan);
        output.WriteLine($"{exploration.Seeds} seeds, {exploration.Events} events, {exploration.Failed.Count} failures");
        Assert.True(exploration.Endless is null, $"Seed {exploration.Endless} does not end.");
        Assert.Null(exploration.OnThreads);
        if (exploration.Failed.Count == 0) return;
        var report = FailureReport.Create(PlanGenerator.Create(exploration.Failed.Min(), crowd));
        var files = report.Write(Path.Combine(AppContext.BaseDirectory, "failures"));
        Assert.Fail($"Seeds {string.Join(", ", exploration.Failed.Order())} failed. {report}\nAs a page: {files[^1]}");
    }
}
