using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Tests.Load;

/// <summary>On a clock that is turned by hand.</summary>
public class OpenLoopTests
{
    private const long Start = 5 * Clock.Second;

    [Fact]
    public void Even_arrivals_are_due_at_even_distances_from_the_start()
    {
        var open = Create(LoadShape.Constant(1_000, TimeSpan.FromSeconds(1)));

        var due = TakeAll(open, Start + Clock.Second);

        var expected = Enumerable.Range(0, 1_000).Select(i => Start + (i * Clock.Millisecond));
        Assert.Equal(expected, due, (one, other) => Math.Abs(one - other) <= 1);
        Assert.Equal(long.MaxValue, open.NextDue);
    }

    [Fact]
    public void Nothing_is_taken_before_it_is_due()
    {
        var open = Create(LoadShape.Constant(10, TimeSpan.FromSeconds(1)));

        Assert.True(open.TryTake(Start, out _));
        Assert.False(open.TryTake(open.NextDue - 1, out _));
        Assert.True(open.TryTake(open.NextDue, out var due));
        Assert.Equal(Start + (100 * Clock.Millisecond), due);
    }

    [Fact]
    public void What_is_late_keeps_the_time_at_which_it_was_due()
    {
        var open = Create(LoadShape.Constant(10, TimeSpan.FromSeconds(1)));

        var due = TakeAll(open, Start + (450 * Clock.Millisecond));

        Assert.Equal([0, 100, 200, 300, 400], due.Select(at => (at - Start) / Clock.Millisecond));
    }

    [Fact]
    public void A_ramp_has_as_many_arrivals_as_its_rates_add_up_to_and_most_of_them_late()
    {
        var open = Create(new LoadShape(0, [new Stage(TimeSpan.FromSeconds(10), 100)]));

        var due = TakeAll(open, long.MaxValue - 1);

        Assert.Equal(500, due.Count);
        Assert.Equal(125, due.Count(at => at < Start + (5 * Clock.Second)));
        Assert.Equal(due.Order(), due);
    }

    [Fact]
    public void Random_arrivals_come_at_the_rate_asked_for_and_unevenly()
    {
        var open = Create(LoadShape.Constant(1_000, TimeSpan.FromSeconds(20)), Arrivals.Poisson);

        var due = TakeAll(open, long.MaxValue - 1);

        // The number has a standard deviation of its root, 141; the distances one of their mean.
        Assert.InRange(due.Count, 20_000 - 700, 20_000 + 700);
        var distances = due.Zip(due.Skip(1), (one, next) => (double)(next - one)).ToArray();
        var mean = distances.Average();
        var deviation = Math.Sqrt(distances.Average(distance => (distance - mean) * (distance - mean)));
        Assert.InRange(deviation / mean, 0.9, 1.1);
    }

    [Fact]
    public void A_seed_gives_the_same_arrivals_again()
    {
        var shape = LoadShape.Constant(1_000, TimeSpan.FromSeconds(1));

        Assert.Equal(Seeded(3), Seeded(3));
        Assert.NotEqual(Seeded(3), Seeded(4));

        List<long> Seeded(int seed) => TakeAll(Create(shape, Arrivals.Poisson, seed), long.MaxValue - 1);
    }

    [Fact]
    public void Processes_that_share_a_rate_send_in_turn()
    {
        var half = LoadShape.Constant(10, TimeSpan.FromSeconds(1));
        var first = TakeAll(new OpenLoop(half, Arrivals.Even, new Random(1), Start, phase: 0), long.MaxValue - 1);
        var second = TakeAll(new OpenLoop(half, Arrivals.Even, new Random(1), Start, phase: 0.5), long.MaxValue - 1);

        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => i * 50L), first.Concat(second).Order().Select(at => (at - Start) / Clock.Millisecond));
    }

    /// <summary>1,000 messages per second for ten seconds, to a server that answers in 1 ms but stands still for a second in the middle.
    /// Whoever waits for each answer before he sends the next sees one slow message of ten thousand; users would see thousands.</summary>
    [Fact]
    public void A_server_that_stalls_is_charged_with_everything_that_was_due_meanwhile()
    {
        var stall = (From: Start + (5 * Clock.Second), To: Start + (6 * Clock.Second));
        var open = Create(LoadShape.Constant(1_000, TimeSpan.FromSeconds(10)));
        var (fromDue, fromSending) = (new Histogram(), new Histogram());
        var now = Start;
        while (open.NextDue < long.MaxValue)
        {
            now = Math.Max(now, open.NextDue);
            Assert.True(open.TryTake(now, out var due));
            var sent = now;
            var served = sent >= stall.From && sent < stall.To ? stall.To : sent;
            now = served + Clock.Millisecond;
            fromDue.Record(now - due);
            fromSending.Record(now - sent);
        }

        var (corrected, naive) = (fromDue.Take(), fromSending.Take());
        Assert.Equal(10_000, corrected.Total);
        Assert.InRange(naive.At(0.999), 0, 2 * Clock.Millisecond);
        Assert.InRange(corrected.At(0.9), 500 * Clock.Millisecond, 1_100 * Clock.Millisecond);
        Assert.InRange(corrected.Max, Clock.Second, 1_100 * Clock.Millisecond);
    }

    private static OpenLoop Create(LoadShape shape, Arrivals arrivals = Arrivals.Even, int seed = 1) =>
        new(shape, arrivals, new Random(seed), Start);

    private static List<long> TakeAll(OpenLoop open, long now)
    {
        var all = new List<long>();
        while (open.NextDue < long.MaxValue && open.TryTake(now, out var due))
            all.Add(due);
        return all;
    }
}
