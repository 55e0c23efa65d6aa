using System.Globalization;
using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Reporting;

/// <summary>Warns when figures describe this program, or other load on the machine, rather than the server.</summary>
internal static class Doubts
{
    private const double BusyShare = 0.9;
    private const double StrangersCores = 0.25;

    /// <summary>What is doubtful about a run, for people.</summary>
    public static IEnumerable<string> About(RunReport run, LoadSettings settings)
    {
        if (run.IsInterrupted)
            yield return "interrupted: somebody ended it early; what was measured until then stands here";

        if (run.Server is null && !settings.Pids.IsEmpty)
            yield return "server: a process given with --pid has ended, so nothing is known of its CPU time and memory";

        var own = run.Load.BusiestShare;
        if (own >= BusyShare && run.Server is null)
            yield return Write($"bottleneck: this program used {own:0.00} of a core; with --pid it could tell whether the server did too");
        else if (own >= BusyShare && run.Server!.Cores is var cores and < BusyShare)
            yield return Write($"bottleneck: this program used {own:0.00} of a core, the server {cores:0.00}: it limits the rate");
        else if (own >= BusyShare)
            yield return Write($"this program used {own:0.00} of a core and the server {run.Server!.Cores:0.00}: both are at their limit");

        var (lag, latency) = (run.Load.Lag.At(0.99), run.Load.Latency.At(0.99));
        if (settings.IsOpenLoop && lag > Math.Max(Clock.Millisecond, latency / 10))
            yield return $"lag: 1 % of the messages left {Unit.Time.Format(lag)} or more after they were due, as this program was not on " +
                "time; latencies hold that time as well";

        if (run.Server is { } server && run.MachineCores is { } all)
        {
            var seconds = (server.After.At - server.Before.At) / (double)Clock.Second;
            var strangers = all - server.Cores - (run.Load.CpuNanoseconds / (double)Clock.Second / seconds);
            if (strangers > StrangersCores)
                yield return Write($"strangers: other programs used {strangers:0.0} cores; rates and latencies suffer, CPU times hardly");
        }
    }

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
