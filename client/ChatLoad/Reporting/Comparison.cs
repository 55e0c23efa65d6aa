using System.Globalization;
using ChatLoad.Measuring;
using Spectre.Console;

namespace ChatLoad.Reporting;

/// <summary>Two runs side by side.</summary>
internal static class Comparison
{
    /// <summary>A figure of both runs.</summary>
    /// <param name="Name">Which.</param>
    /// <param name="Meaning">What it is, for people.</param>
    /// <param name="First">That of the first.</param>
    /// <param name="Second">That of the second.</param>
    /// <param name="Ratio">The second relative to the first; empty if that says nothing.</param>
    public sealed record Row(string Name, string Meaning, string First, string Second, string Ratio);

    /// <summary>The figures that at least one of the runs has.</summary>
    public static IEnumerable<Row> Rows(RunReport first, RunReport second) =>
        from metric in Metrics.All
        let one = metric.Of(first)
        let other = metric.Of(second)
        where one is not null || other is not null
        select new Row(metric.Name, metric.Meaning, metric.Unit.Format(one), metric.Unit.Format(other), Ratio(one, other));

    /// <summary>Names two runs with the same label after their files.</summary>
    /// <param name="first">One run.</param>
    /// <param name="firstFile">Its file.</param>
    /// <param name="second">The other.</param>
    /// <param name="secondFile">Its file.</param>
    public static (RunReport First, RunReport Second) ToldApart(RunReport first, string firstFile, RunReport second, string secondFile) =>
        first.Label == second.Label ? (first with { Label = firstFile }, second with { Label = secondFile }) : (first, second);

    /// <summary>Settings in which the runs differ: a comparison of different work says little.</summary>
    public static IEnumerable<string> Differences(RunReport first, RunReport second) =>
    [
        .. first.Settings.Except(second.Settings).Select(setting => $"only {first.Label}: {setting}"),
        .. second.Settings.Except(first.Settings).Select(setting => $"only {second.Label}: {setting}"),
    ];

    /// <summary>Writes them.</summary>
    public static void Write(IAnsiConsole console, RunReport first, RunReport second)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("")
            .AddColumn(Head(first)).AddColumn(Head(second)).AddColumn(Numbers("ratio"));
        foreach (var row in Rows(first, second))
            table.AddRow(new Text(row.Name), new Text(row.First), new Text(row.Second), new Text(row.Ratio));
        console.Write(table);
        foreach (var difference in Differences(first, second))
            console.WriteLine(difference);
    }

    private static TableColumn Head(RunReport run) =>
        Numbers($"{run.Label}\n{run.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");

    private static TableColumn Numbers(string head) => new TableColumn(new Text(head)).RightAligned();

    private static string Ratio(double? one, double? other) =>
        one is > 0 && other is not null ? (other.Value / one.Value).ToString("0.00", CultureInfo.InvariantCulture) : "";
}
