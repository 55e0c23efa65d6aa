using ChatLoad.Measuring;

namespace ChatLoad.Reporting;

/// <summary>The figures of a run that can be compared and have thresholds: name, unit, meaning.</summary>
internal static class Metrics
{
    /// <summary>All of them, in the order of the report.</summary>
    public static readonly Metric[] All =
    [
        new("sent", Unit.Count, "units of work begun", run => run.Load.Sent),
        new("expected", Unit.Count, "arrivals that these should cause", run => run.Load.Expected),
        new("delivered", Unit.Count, "arrivals", run => run.Load.Delivered),
        new("lost", Unit.Count, "arrivals that did not come", run => run.Load.Lost),
        new("duplicated", Unit.Count, "arrivals that had come before", run => run.Load.Duplicated),
        new("out-of-order", Unit.Count, "arrivals that came after a later one of the same sender", run => run.Load.OutOfOrder),
        new("errors", Unit.Count, "error replies of the server", run => run.Load.Errors),
        new("disconnected", Unit.Count, "connections that ended without being meant to", run => run.Load.Disconnected),
        new("rate", Unit.PerSecond, "arrivals per second, up to the last one", run => run.DeliveredPerSecond),
        .. Quantiles("", "latency", run => run.Load.Latency),
        .. Quantiles("connect-", "time to open a connection", run => run.Load.Connecting),
        .. Quantiles("register-", "time from the open connection to the welcome", run => run.Load.Registering),
        new("server-cpu", Unit.Time, "CPU time of the server per arrival", run => run.Server?.CpuPerUnit(run.Load.Delivered)),
        new("server-register-cpu", Unit.Time, "CPU time of the server for all registrations while setting up",
            run => run.Server?.CpuToRegister),
        new("server-join-cpu", Unit.Time, "CPU time of the server for all joins while setting up", run => run.Server?.CpuToJoin),
        new("server-cores", Unit.Number, "cores that the server kept busy", run => run.Server?.Cores),
        new("server-memory", Unit.Bytes, "resident memory of the server per connection", run => run.Server?.BytesPerConnection),
        new("server-rss", Unit.Bytes, "highest resident memory of the server", run => run.Server?.HighestResident),
        new("lag", Unit.Time, "99th percentile of how late this program itself sent",
            run => run.Load.Lag.Total > 0 ? run.Load.Lag.At(0.99) : null),
        new("own-cpu", Unit.Number, "cores that the busiest process of this program kept busy", run => run.Load.BusiestShare),
    ];

    /// <summary>The metric of a name, or null.</summary>
    public static Metric? Find(string name) => Array.Find(All, metric => metric.Name == name);

    private static IEnumerable<Metric> Quantiles(string prefix, string what, Func<RunReport, Distribution> of) =>
    [
        .. new[] { 50, 90, 99, 99.9, 99.99 }.Select(percent => new Metric(
            $"{prefix}p{percent.ToString(System.Globalization.CultureInfo.InvariantCulture)}", Unit.Time, what,
            run => of(run).Total > 0 ? of(run).At(percent / 100) : null)),
        new($"{prefix}max", Unit.Time, what, run => of(run).Total > 0 ? of(run).Max : null),
    ];
}

/// <summary>A figure of a run.</summary>
/// <param name="Name">Its name in thresholds.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Of">Its value, in the base unit, or null where it was not measured.</param>
internal sealed record Metric(string Name, Unit Unit, string Meaning, Func<RunReport, double?> Of);
