using System.Globalization;
using ChatLoad.Measuring;

namespace ChatLoad.Reporting;

/// <summary>One line of the closing report.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How much, with its unit.</param>
/// <param name="Note">What must be known to read it; may be empty.</param>
internal sealed record ReportLine(string Name, string Value, string Note = "");

/// <summary>The closing report as text, in sections: what the terminal and the page both show.</summary>
internal static class ReportLines
{
    private static readonly double[] Percentiles = [50, 90, 99, 99.9, 99.99];

    /// <summary>The sections of a run.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<ReportLine> Lines)> Of(RunReport run)
    {
        yield return ("delivery", Delivery(run));
        yield return ("latency", Quantiles(run.Load.Latency, run.Precision));
        if (run.Load.Connecting.Total > 0)
            yield return ("connections", [Summary("connect", run.Load.Connecting), Summary("register", run.Load.Registering)]);
        if (run.Load.Figures.Length > 0)
            yield return (run.Scenario, [.. run.Load.Figures.Select(figure =>
                new ReportLine(figure.Name, figure.Value.ToString("#,0.##", CultureInfo.InvariantCulture), figure.Unit))]);
        if (run.Server is { } server)
            yield return ("server", Server(run, server));
        yield return ("this program", Own(run));
    }

    private static List<ReportLine> Delivery(RunReport run) =>
    [
        new("sent", Unit.Count.Format(run.Load.Sent)),
        new("expected", Unit.Count.Format(run.Load.Expected)),
        new("delivered", Unit.Count.Format(run.Load.Delivered), Unit.PerSecond.Format(run.DeliveredPerSecond)),
        new("lost", Unit.Count.Format(run.Load.Lost)),
        new("duplicated", Unit.Count.Format(run.Load.Duplicated)),
        new("out of order", Unit.Count.Format(run.Load.OutOfOrder)),
        new("error replies", Unit.Count.Format(run.Load.Errors)),
        new("disconnected", Unit.Count.Format(run.Load.Disconnected)),
    ];

    private static List<ReportLine> Quantiles(Distribution latency, double precision)
    {
        if (latency.Total == 0)
            return [new("none", "-")];
        var note = string.Create(CultureInfo.InvariantCulture, $"at most {precision * 100:0.0} % too high");
        return
        [
            .. Percentiles.Select(percent => new ReportLine(
                $"p{percent.ToString(CultureInfo.InvariantCulture)}",
                Unit.Time.Format(latency.At(percent / 100)),
                percent == 50 ? note : "")),
            new("max", Unit.Time.Format(latency.Max), "exact"),
        ];
    }

    private static ReportLine Summary(string name, Distribution times) => new(
        name,
        $"p50 {Unit.Time.Format(times.At(0.5))}, p99 {Unit.Time.Format(times.At(0.99))}, max {Unit.Time.Format(times.Max)}",
        $"{Unit.Count.Format(times.Total)} times");

    private static List<ReportLine> Server(RunReport run, ServerResult server) =>
    [
        .. server.Registered is null ? Array.Empty<ReportLine>() :
        [
            new("CPU to set up", Unit.Time.Format(server.CpuToRegister),
                "for all registrations" + (server.CpuToJoin > 0 ? $", and {Unit.Time.Format(server.CpuToJoin)} for all joins" : "")),
        ],
        new("CPU per arrival", Unit.Time.Format(server.CpuPerUnit(run.Load.Delivered)),
            server.SystemShare is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of it in the kernel") : ""),
        new("cores busy", Unit.Number.Format(server.Cores)),
        new("context switches", Unit.Count.Format(server.Voluntary), $"voluntary, and {Unit.Count.Format(server.Involuntary)} involuntary"),
        new("memory per connection", Unit.Bytes.Format(server.BytesPerConnection),
            $"resident, {Unit.Bytes.Format(server.PrivateBytesPerConnection)} private; {Unit.Count.Format(server.Connections)} clients"),
        new("memory", Unit.Bytes.Format(server.After.ResidentBytes), $"resident, at most {Unit.Bytes.Format(server.HighestResident)}"),
        new("cores busy when idle", Unit.Number.Format(server.IdleCores), "after the last arrival"),
    ];

    private static List<ReportLine> Own(RunReport run)
    {
        var lines = new List<ReportLine>
        {
            new("cores busy", Unit.Number.Format(run.Load.BusiestShare), "of its busiest process; beyond 0.9 it is at its limit"),
            new("CPU per arrival",
                Unit.Time.Format(run.Load.Delivered == 0 ? null : run.Load.CpuNanoseconds / (double)run.Load.Delivered)),
        };
        if (run.Load.Lag.Total > 0)
            lines.Add(Summary("sent late by", run.Load.Lag));
        return lines;
    }
}
