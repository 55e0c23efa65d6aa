using System.Globalization;
using System.Net;
using System.Text;
using ChatLoad.Measuring;

namespace ChatLoad.Reporting;

/// <summary>A page about one run or two: figures, plots, settings. It is self-contained.</summary>
internal static class HtmlPage
{
    // They also differ in lightness, for people who see no colours.
    private static readonly string[] Colours = ["#1d4ed8", "#f59e0b", "#7f1d1d"];

    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; color: #1f2328; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; }
        h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        .when, .note { color: #656d76; }
        .warning { border-left: 4px solid #d29922; padding: .3rem .8rem; margin: .4rem 0; background: #fff8e6; }
        .failed { border-left: 4px solid #cf222e; padding: .3rem .8rem; margin: .4rem 0; background: #ffebe9; }
        .held { border-left: 4px solid #1a7f37; padding: .3rem .8rem; margin: .4rem 0; background: #eafbee; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        td, th { padding: .15rem .9rem .15rem 0; text-align: left; }
        td.value { text-align: right; } .columns { display: flex; flex-wrap: wrap; gap: 0 3rem; } .columns h2 { margin-top: 1rem; }
        svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: #656d76; } code { font-size: .9em; }
        """;

    /// <summary>Writes the page.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(FileInfo file, IReadOnlyList<RunReport> runs, IReadOnlyCollection<Threshold> thresholds) =>
        File.WriteAllText(file.FullName, Render(runs, thresholds));

    /// <summary>The page as text.</summary>
    public static string Render(IReadOnlyList<RunReport> runs, IReadOnlyCollection<Threshold> thresholds)
    {
        var title = Escape(string.Join(" and ", runs.Select(run => run.Label)));
        var page = new StringBuilder(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>{title}</h1>

            """);
        foreach (var run in runs)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"<div class=\"when\">{Escape(run.Label)}: {run.Scenario}, {run.Time:yyyy-MM-dd HH:mm:ss} UTC</div>\n");
        }

        AppendOutcome(page, runs, thresholds);
        if (runs.Count == 1)
            AppendFigures(page, runs[0]);
        else
            AppendComparison(page, runs[0], runs[1]);
        AppendPlots(page, runs);
        AppendSettings(page, runs);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendOutcome(StringBuilder page, IReadOnlyList<RunReport> runs, IReadOnlyCollection<Threshold> thresholds)
    {
        foreach (var run in runs)
        {
            var held = thresholds.Where(threshold => threshold.Holds(run)).ToArray();
            if (held.Length > 0)
                page.Append($"<div class=\"held\">held: {Escape(string.Join(", ", held.Select(threshold => threshold.Text)))}</div>\n");
            foreach (var threshold in thresholds.Except(held))
                page.Append($"<div class=\"failed\">failed: {Escape(threshold.Explain(run))}</div>\n");
            foreach (var warning in run.Warnings)
                page.Append($"<div class=\"warning\">{Escape(warning)}</div>\n");
            foreach (var problem in run.Load.Problems)
                page.Append($"<div class=\"failed\">{Unit.Count.Format(problem.Count)} times: {Escape(problem.Text)}</div>\n");
        }
    }

    private static void AppendFigures(StringBuilder page, RunReport run)
    {
        page.Append("<div class=\"columns\">\n");
        foreach (var (title, lines) in ReportLines.Of(run))
        {
            page.Append($"<div><h2>{Escape(title)}</h2><table>\n");
            foreach (var line in lines)
            {
                page.Append($"<tr><td>{Escape(line.Name)}</td><td class=\"value\">{Escape(line.Value)}</td>")
                    .Append($"<td class=\"note\">{Escape(line.Note)}</td></tr>\n");
            }

            page.Append("</table></div>\n");
        }

        page.Append("</div>\n");
    }

    private static void AppendComparison(StringBuilder page, RunReport first, RunReport second)
    {
        page.Append("<h2>side by side</h2>\n<table>")
            .Append($"<tr><th></th><th>{Escape(first.Label)}</th><th>{Escape(second.Label)}</th><th>ratio</th></tr>\n");
        foreach (var row in Comparison.Rows(first, second))
        {
            page.Append($"<tr title=\"{Escape(row.Meaning)}\"><td>{row.Name}</td><td class=\"value\">{Escape(row.First)}</td>")
                .Append($"<td class=\"value\">{Escape(row.Second)}</td><td class=\"value\">{row.Ratio}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void AppendPlots(StringBuilder page, IReadOnlyList<RunReport> runs)
    {
        Append("latency by percentile", new Plot(Axis.Nines, Axis.LogarithmicTime,
            [.. runs.Select((run, i) => new Series(run.Label, Colours[i], PercentileCurve(run.Load.Latency)))]));
        foreach (var run in runs)
        {
            var name = runs.Count == 1 ? "" : $" of {run.Label}";
            Append($"sent{name}", new Plot(Axis.Seconds, Axis.Rate, [new Series("sent", Colours[0], Rates(run, point => point.Sent))]));
            Append($"delivered{name}", new Plot(Axis.Seconds, Axis.Rate,
                [new Series("delivered", Colours[0], Rates(run, point => point.Delivered))]));
            Append($"latency over time{name}", new Plot(Axis.Seconds, Axis.LogarithmicTime,
            [
                new Series("max", Colours[2], [.. Latencies(run, latency => latency.Max)]),
                new Series("p99", Colours[1], [.. Latencies(run, latency => latency.At(0.99))]),
                new Series("p50", Colours[0], [.. Latencies(run, latency => latency.At(0.5))]),
            ]));
            if (run.Server is { Memory.Length: > 1 } server)
            {
                Append($"resident memory of the server{name}", new Plot(Axis.Seconds, Axis.Memory,
                    [new Series("resident", Colours[0], [.. server.Memory.Select(point => (point.Second, (double)point.Bytes))])]));
            }
        }

        void Append(string title, Plot plot) => page.Append($"<h2>{Escape(title)}</h2>\n{plot.ToSvg()}\n");
    }

    private static void AppendSettings(StringBuilder page, IReadOnlyList<RunReport> runs)
    {
        page.Append("<h2>settings</h2>\n");
        foreach (var run in runs)
            page.Append($"<p><code>chat-load {run.Scenario} {Escape(string.Join(' ', run.Settings))}</code></p>\n");
        page.Append(CultureInfo.InvariantCulture,
            $"<p class=\"note\">Latencies are at most {runs[0].Precision * 100:0.0} % too high, and the maximum is exact.</p>\n");
    }

    // One point per step of the distribution, up to the last value that has more than one value beyond it.
    private static (double X, double Y)[] PercentileCurve(Distribution latency)
    {
        var points = new List<(double, double)>();
        var seen = 0L;
        for (var i = 0; i < latency.Bucket.Length; i++)
        {
            seen += latency.Count[i];
            var quantile = Math.Min(seen / (double)latency.Total, 1 - (1.0 / (2 * latency.Total)));
            points.Add((quantile, Math.Min(Buckets.Highest(latency.Bucket[i]), latency.Max)));
        }

        return [.. points];
    }

    private static (double X, double Y)[] Rates(RunReport run, Func<TimelinePoint, long> count)
    {
        var before = 0.0;
        var rates = new List<(double, double)>();
        foreach (var point in run.Load.Timeline)
        {
            // The last interval may be too short to compute a rate.
            if (point.Second - before > 0.1)
                rates.Add((point.Second, count(point) / (point.Second - before)));
            before = point.Second;
        }

        return [.. rates];
    }

    private static IEnumerable<(double X, double Y)> Latencies(RunReport run, Func<Distribution, long> of) =>
        run.Load.Timeline.Where(point => point.Latency.Total > 0).Select(point => (point.Second, (double)of(point.Latency)));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
