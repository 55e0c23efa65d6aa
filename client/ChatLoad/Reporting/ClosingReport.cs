using ChatLoad.Measuring;
using Spectre.Console;

namespace ChatLoad.Reporting;

/// <summary>The report in the terminal at the end.</summary>
internal static class ClosingReport
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, RunReport run, IEnumerable<Threshold> thresholds)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap().RightAligned()).AddColumn();
        foreach (var (title, lines) in ReportLines.Of(run))
        {
            grid.AddRow(new Text(title, new Style(decoration: Decoration.Bold)), new Text(""), new Text(""));
            foreach (var line in lines)
                grid.AddRow(new Text($"  {line.Name}"), new Text(line.Value), new Text(line.Note, new Style(Color.Grey)));
        }

        console.Write(grid);
        foreach (var warning in run.Warnings)
            WriteMarked(console, "yellow", "WARNING", warning);
        foreach (var problem in run.Load.Problems)
            WriteMarked(console, "red", "PROBLEM", $"{Unit.Count.Format(problem.Count)} x {problem.Text}");
        foreach (var threshold in thresholds)
        {
            if (!threshold.Holds(run))
                WriteMarked(console, "red", "FAILED", threshold.Explain(run));
        }
    }

    private static void WriteMarked(IAnsiConsole console, string colour, string mark, string text) =>
        console.MarkupLine($"[{colour}]{mark}[/]  {Markup.Escape(text)}");
}
