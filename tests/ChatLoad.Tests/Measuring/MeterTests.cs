using ChatLoad.Measuring;

namespace ChatLoad.Tests.Measuring;

public class MeterTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Meter _meter = new();

    [Fact]
    public void What_happened_before_the_measurement_is_not_part_of_it_but_its_losses_are()
    {
        Send(10, arriving: 9);
        _meter.Clear();
        _meter.Begin(Interval);
        Send(5, arriving: 5);
        _meter.AllSent();

        var result = _meter.End();

        Assert.Equal((5, 5, 5, 1), (result.Sent, result.Expected, result.Delivered, result.Lost));
        Assert.Equal(5, result.Latency.Total);
    }

    [Fact]
    public void The_timeline_of_a_long_run_gets_coarser_and_keeps_everything()
    {
        _meter.Begin(Interval);
        var now = Clock.Now;
        for (var i = 0; i < 5_000; i++)
        {
            Send(1, arriving: 1);
            now += Clock.Nanoseconds(Interval);
            _meter.Housekeep(now);
        }

        var result = _meter.End();

        Assert.InRange(result.Timeline.Length, 500, 1_001);
        Assert.Equal((5_000, 5_000), (result.Timeline.Sum(point => point.Sent), result.Timeline.Sum(point => point.Delivered)));
        Assert.Equal(5_000, result.Latency.Total);
    }

    private void Send(int count, int arriving)
    {
        _meter.Sent += count;
        _meter.Expected += count;
        for (var i = 0; i < arriving; i++)
        {
            _meter.Completed++;
            _meter.Latency.Record(i);
        }
    }
}
