using ChatLoad.Measuring;

namespace ChatLoad.Tests.Reporting;

/// <summary>Runs that nobody ran.</summary>
internal static class Runs
{
    public static RunReport Create(string label = "before", long lost = 0, long latency = 5 * Clock.Millisecond, params string[] settings)
    {
        var histogram = new Histogram();
        for (var i = 1; i <= 100; i++)
            histogram.Record(latency * i / 100);
        var distribution = histogram.Take();
        var idle = new ProcessSample(At: 0, CpuNanoseconds: 0, 0, 0, ResidentBytes: 1 << 20, PrivateBytes: 1 << 20, 0, 0);
        var busy = new ProcessSample(
            At: 2 * Clock.Second, CpuNanoseconds: Clock.Second, 50, 50, ResidentBytes: 3 << 20, PrivateBytes: 2 << 20,
            Voluntary: 7, Involuntary: 8);
        return new RunReport
        {
            Label = label,
            Scenario = "fanout",
            Time = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero),
            Settings = [.. settings],
            Load = new ProcessResult
            {
                StartedAt = 0,
                EndedAt = 3 * Clock.Second,
                LastArrival = 2 * Clock.Second,
                Sent = 100,
                Expected = 1_000,
                Delivered = 1_000 - lost,
                Lost = lost,
                Duplicated = 0,
                OutOfOrder = 0,
                Errors = 0,
                Disconnected = 0,
                Latency = distribution,
                Connecting = distribution,
                Registering = distribution,
                Lag = Distribution.Empty,
                Timeline = [new TimelinePoint(1, 50, 500, 10, distribution), new TimelinePoint(2, 50, 500 - lost, 10, distribution)],
                Figures = [new Figure("tea", 3, "cups")],
                Problems = [new Problem("a <b> & c", 2)],
                CpuNanoseconds = Clock.Second,
                BusiestShare = 0.5,
            },
            Server = new ServerResult(
                idle, busy, idle, busy, busy, Connections: 1_024, [new MemoryPoint(0, 1 << 20), new MemoryPoint(1, 3 << 20)]),
        };
    }
}
