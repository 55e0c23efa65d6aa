using System.Globalization;

namespace ChatLoad.Measuring;

/// <summary>How long all cores of the machine have been busy. Source: proc(5), /proc/stat.</summary>
/// <param name="At">When. Unit: nanoseconds of <see cref="Clock"/>.</param>
/// <param name="BusyTicks">Time that was not idle, whoever used it. Unit: 10 ms, as everywhere in /proc on Linux.</param>
internal sealed record MachineSample(long At, long BusyTicks)
{
    private const double TicksPerSecond = 100;

    // cpu user nice system idle iowait irq softirq ...
    private static readonly int[] BusyFields = [1, 2, 3, 6, 7];

    /// <summary>Takes a sample.</summary>
    public static MachineSample Take()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var busy = BusyFields.Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture));
        return new MachineSample(Clock.Now, busy);
    }

    /// <summary>How many cores were busy since then.</summary>
    public double CoresSince(MachineSample before) =>
        (BusyTicks - before.BusyTicks) / TicksPerSecond / Math.Max(1e-9, (At - before.At) / (double)Clock.Second);
}
