using System.Collections.Immutable;
using System.Globalization;
using ChatLoad.Wire;

namespace ChatLoad.Measuring;

/// <summary>What the kernel knows of processes on this machine, at an instant. Source: proc(5), clock_getcpuclockid(3).</summary>
/// <param name="At">When. Unit: nanoseconds of <see cref="Clock"/>.</param>
/// <param name="CpuNanoseconds">CPU time of all their threads.</param>
/// <param name="UserTicks">Its part outside the kernel, in clock ticks.</param>
/// <param name="SystemTicks">Its part inside the kernel, in clock ticks.</param>
/// <param name="ResidentBytes">Resident memory.</param>
/// <param name="PrivateBytes">Its part that belongs to no file and is not shared.</param>
/// <param name="Voluntary">How often their threads waited for something (voluntary context switches).</param>
/// <param name="Involuntary">How often they were preempted (involuntary context switches).</param>
internal sealed record ProcessSample(
    long At, long CpuNanoseconds, long UserTicks, long SystemTicks, long ResidentBytes, long PrivateBytes, long Voluntary, long Involuntary)
{
    private const int CpuClockOfProcess = 2;

    /// <summary>Samples processes; one that has ended counts as nothing.</summary>
    public static ProcessSample Of(ImmutableArray<int> pids)
    {
        var sample = new ProcessSample(Clock.Now, 0, 0, 0, 0, 0, 0, 0);
        foreach (var pid in pids)
        {
            try
            {
                sample = sample.Plus(pid);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It ended while being sampled.
            }
        }

        return sample;
    }

    /// <summary>Whether a process exists and has not ended; an ended one exists until its parent has waited for it.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            return StatOf(pid)[0] is not ("Z" or "X");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // What follows the name, which stands in parentheses and may contain anything. Source: proc_pid_stat(5).
    private static string[] StatOf(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private ProcessSample Plus(int pid)
    {
        // The state is the first of the fields, utime and stime are the 12th and 13th.
        var fields = StatOf(pid);
        var memory = File.ReadAllLines($"/proc/{pid}/status");
        var (voluntary, involuntary) = SwitchesOf(pid);
        return new ProcessSample(
            At,
            CpuNanoseconds + CpuTimeOf(pid),
            UserTicks + long.Parse(fields[11], CultureInfo.InvariantCulture),
            SystemTicks + long.Parse(fields[12], CultureInfo.InvariantCulture),
            ResidentBytes + (1024 * Value(memory, "VmRSS:")),
            PrivateBytes + (1024 * Value(memory, "RssAnon:")),
            Voluntary + voluntary,
            Involuntary + involuntary);
    }

    private static (long Voluntary, long Involuntary) SwitchesOf(int pid)
    {
        var (voluntary, involuntary) = (0L, 0L);
        foreach (var task in Directory.EnumerateDirectories($"/proc/{pid}/task"))
        {
            try
            {
                var status = File.ReadAllLines($"{task}/status");
                voluntary += Value(status, "voluntary_ctxt_switches:");
                involuntary += Value(status, "nonvoluntary_ctxt_switches:");
            }
            catch (IOException)
            {
                // A thread that has ended meanwhile; its counts are lost, and the process goes on.
            }
        }

        return (voluntary, involuntary);
    }

    // /proc counts ticks of 10 ms; the clock of the process counts nanoseconds.
    private static unsafe long CpuTimeOf(int pid)
    {
        Native.Timespec time = default;
        return Native.ClockGetTime((~pid << 3) | CpuClockOfProcess, &time) == 0 ? (time.Seconds * Clock.Second) + time.Nanoseconds : 0;
    }

    private static long Value(string[] lines, string key)
    {
        var line = Array.Find(lines, line => line.StartsWith(key, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.AsSpan(key.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture);
    }
}
