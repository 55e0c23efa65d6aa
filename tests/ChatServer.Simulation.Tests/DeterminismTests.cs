using System.Diagnostics;
using System.Globalization;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>The same seed gives the same run, always: that is what makes a seed worth printing.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_sends_the_same_messages_in_the_same_order()
    {
        for (var seed = 1UL; seed <= 25; seed++)
        {
            var first = Run.Play(PlanGenerator.Create(seed), keeps: Keeps.Trace);
            var second = Run.Play(PlanGenerator.Create(seed), keeps: Keeps.Trace);
            Assert.Equal(first.Events, second.Events);
            Assert.Equal(first.History.Digest, second.History.Digest);
            Assert.True(first.Trace == second.Trace, $"Seed {seed}: the traces differ.");
            Assert.NotEmpty(first.Trace);
        }
    }

    [Fact]
    public void What_is_written_down_makes_no_difference()
    {
        for (var seed = 100UL; seed < 110; seed++)
        {
            var events = Enum.GetValues<Keeps>().Select(keeps => Run.Play(PlanGenerator.Create(seed), keeps: keeps).Events);
            Assert.Single(events.Distinct());
        }
    }

    [Fact]
    public void Different_seeds_give_different_runs()
    {
        var digests = Enumerable.Range(1, 50)
            .Select(seed => Run.Play(PlanGenerator.Create((ulong)seed), keeps: Keeps.History).History.Digest);
        Assert.Equal(50, digests.Distinct().Count());
    }

    // A set is gone through in an order that its hash codes decide.
    [Fact]
    public void Those_who_watch_one_nick_hear_of_it_in_the_same_order_each_time()
    {
        var watchers = Enumerable.Range(2, 8).Select(number => new ClientPlan(
            number, $"n{number}", Speech.Plain, TimeSpan.Zero, AnswersPings: true, [new Step.Say("MONITOR + n1,other"), new Step.Sync()]));
        var watched = new ClientPlan(1, "n1", Speech.Plain, TimeSpan.FromSeconds(1), AnswersPings: true, [new Step.Say("NICK other")]);
        var plan = new Plan(1, new RunSettings(), [.. watchers, watched]);
        var first = Run.Play(plan, keeps: Keeps.History).History.Digest;
        for (var again = 0; again < 4; again++) Assert.Equal(first, Run.Play(plan, keeps: Keeps.History).History.Digest);
    }

    // Another process has other hash codes of texts and of objects, which must not matter.
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(27)]
    public async Task Another_process_plays_the_same_run(ulong seed)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(DeterminismTests).Assembly.Location, "--seed", seed.ToString(CultureInfo.InvariantCulture), "--digest"])
        {
            RedirectStandardOutput = true,
        };
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var process = Process.Start(start)!;
        await using var kill = deadline.Token.Register(process.Kill);
        var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);

        var here = Run.Play(PlanGenerator.Create(seed), keeps: Keeps.History);
        Assert.Contains($"digest {here.History.Digest:x16}", output, StringComparison.Ordinal);
        Assert.Contains($"1 seeds, {here.Events} events, 0 failures", output, StringComparison.Ordinal);
    }
}
