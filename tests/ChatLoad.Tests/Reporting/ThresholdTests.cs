using ChatLoad.Measuring;
using ChatLoad.Reporting;

namespace ChatLoad.Tests.Reporting;

public class ThresholdTests
{
    [Theory]
    [InlineData("lost=0", true)]
    [InlineData("lost==0", true)]
    [InlineData("lost<1", true)]
    [InlineData("lost>0", false)]
    [InlineData("delivered>=1000", true)]
    [InlineData("delivered > 1000", false)]
    [InlineData("p50<3ms", true)]
    [InlineData("p50<2ms", false)]
    [InlineData("p99.99<=6ms", true)]
    [InlineData("max<=5000us", true)]
    [InlineData("rate>=500/s", true)]
    [InlineData("rate>500", false)]
    [InlineData("register-p99<6ms", true)]
    [InlineData("server-cpu<=1ms", true)]
    [InlineData("server-cpu<1ms", false)]
    [InlineData("server-memory<=2KB", true)]
    [InlineData("server-memory<2047B", false)]
    [InlineData("server-rss<4MB", true)]
    public void A_threshold_compares_a_figure_in_any_unit(string text, bool holds)
    {
        var threshold = Threshold.TryParse(text, out var fault);

        Assert.Equal("", fault);
        Assert.Equal(holds, threshold!.Holds(Runs.Create()));
    }

    [Theory]
    [InlineData("", "'' is no threshold, such as")]
    [InlineData("p99", "'p99' is no threshold, such as")]
    [InlineData("<5ms", "'<5ms' is no threshold, such as")]
    [InlineData("tea<5", "'tea' is no figure; there are sent, expected, delivered, lost, ")]
    [InlineData("p99<fast", "'fast' is no value for p99, which is a duration such as 20ms")]
    [InlineData("lost=none", "'none' is no value for lost, which is a number")]
    [InlineData("server-memory<1PB", "'1PB' is no value for server-memory, which is a size such as 8KB")]
    public void What_is_no_threshold_is_explained(string text, string explanation)
    {
        Assert.Null(Threshold.TryParse(text, out var fault));
        Assert.StartsWith(explanation, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_not_measured_holds_no_threshold()
    {
        var threshold = Threshold.TryParse("server-cpu<1s", out _)!;

        Assert.False(threshold.Holds(Runs.Create() with { Server = null }));
        Assert.Equal("server-cpu<1s: it was not measured", threshold.Explain(Runs.Create() with { Server = null }));
    }

    [Fact]
    public void Nothing_may_be_lost_unless_something_else_is_said_of_losses()
    {
        var lossy = Runs.Create(lost: 1);

        Assert.Contains(Threshold.WithDefaults([]), threshold => !threshold.Holds(lossy));
        Assert.All(Threshold.WithDefaults([Threshold.TryParse("lost<=1", out _)!]), threshold => Assert.True(threshold.Holds(lossy)));
    }

    [Fact]
    public void Why_it_failed_is_said_with_the_figure() =>
        Assert.Equal("p50<1ms: it is 2.51 ms", Threshold.TryParse("p50<1ms", out _)!.Explain(Runs.Create()));

    [Fact]
    public void Every_figure_has_a_name_of_its_own() =>
        Assert.Distinct(Metrics.All.Select(metric => metric.Name));

    [Fact]
    public void A_rate_ends_with_the_last_arrival_not_with_the_patience_after_it() =>
        Assert.Equal(500, Runs.Create().DeliveredPerSecond);

    [Fact]
    public void What_two_processes_measured_adds_up()
    {
        var one = Runs.Create(lost: 3).Load;

        var both = one.Plus(one with { BusiestShare = 0.9, StartedAt = -1, Figures = [new Figure("tea", 4, "cups")] });

        Assert.Equal((200, 2_000, 1_994, 6), (both.Sent, both.Expected, both.Delivered, both.Lost));
        Assert.Equal((0.9, -1, 200), (both.BusiestShare, both.StartedAt, both.Latency.Total));
        Assert.Equal(new Figure("tea", 7, "cups"), Assert.Single(both.Figures));
        Assert.Equal(new Problem("a <b> & c", 4), Assert.Single(both.Problems));
        Assert.Equal([1_000, 994], both.Timeline.Select(point => point.Delivered));
    }
}
