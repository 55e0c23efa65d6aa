using System.Diagnostics;

namespace ChatServer.Benchmarks;

/// <summary>One row: what was done, how long one of it took, how much of all cores' time that was, and how many bytes it
/// allocated.</summary>
internal sealed record Measurement(string Name, string Unit, double Nanoseconds, double CpuNanoseconds, double Bytes)
{
    private const int Rounds = 7;

    /// <summary>Does something often on this thread, as <see cref="OfAsync"/> does.</summary>
    /// <param name="name">The row.</param>
    /// <param name="unit">What one of it is.</param>
    /// <param name="count">How many of it a round does.</param>
    /// <param name="piece">Does one of it; the call of the delegate is measured too, a nanosecond or two.</param>
    public static Task<Measurement> Of(string name, string unit, int count, Action piece) => OfAsync(name, unit, count, () =>
    {
        for (var i = 0; i < count; i++) piece();
        return Task.CompletedTask;
    });

    /// <summary>Does something often: to warm up, then several rounds of which the median counts.</summary>
    /// <param name="name">The row.</param>
    /// <param name="unit">What one of it is.</param>
    /// <param name="count">How many of it a round does.</param>
    /// <param name="round">Does a round and returns when all of it is over.</param>
    public static async Task<Measurement> OfAsync(string name, string unit, int count, Func<Task> round)
    {
        await round();
        await round();
        var times = new double[Rounds];
        var cpu = new double[Rounds];
        var bytes = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var busy = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            await round();
            times[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / count;
            cpu[i] = (Environment.CpuUsage.TotalTime - busy).TotalNanoseconds / count;
            bytes[i] = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)count;
        }

        return new Measurement(name, unit, Median(times), Median(cpu), Median(bytes));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
