using System.Diagnostics;

namespace ChatLoad.Measuring;

/// <summary>The one clock of the program: monotonic, and the same in all processes of a machine. Any thread.</summary>
internal static class Clock
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long Second = 1_000_000_000;

    /// <summary>Nanoseconds in a millisecond.</summary>
    public const long Millisecond = 1_000_000;

    /// <summary>Nanoseconds since some instant in the past.</summary>
    public static long Now => Stopwatch.Frequency == Second
        ? Stopwatch.GetTimestamp()
        : (long)(Stopwatch.GetTimestamp() * ((double)Second / Stopwatch.Frequency));

    /// <summary>A span of time in nanoseconds.</summary>
    public static long Nanoseconds(TimeSpan time) => time.Ticks * 100;
}
