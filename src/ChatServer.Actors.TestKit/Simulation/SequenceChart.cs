using System.Globalization;
using System.Text;

namespace ChatServer.Actors.TestKit;

/// <summary>Draws what happened between actors: one lifeline each, time going down.</summary>
internal static class SequenceChart
{
    private const int ColumnWidth = 20;
    private const int MostColumns = 10;
    private const string Outside = "(test)";

    public static string Draw(IReadOnlyList<TraceEntry> entries, int last)
    {
        var lines = entries.Where(static entry => entry.Kind != TraceKind.Tell).TakeLast(last).ToList();
        var actors = new List<string>();
        foreach (var entry in lines)
        {
            foreach (var name in new[] { Short(entry.From), Short(entry.To) })
            {
                if (actors.Count < MostColumns && (name != Outside || entry.Kind == TraceKind.Handle) && !actors.Contains(name))
                    actors.Add(name);
            }
        }

        var chart = new StringBuilder();
        chart.Append(' ', 16);
        foreach (var actor in actors) chart.Append(Fit(actor, ColumnWidth));
        chart.AppendLine();
        foreach (var entry in lines)
        {
            chart.Append(string.Create(CultureInfo.InvariantCulture, $"{entry.Time:mm\\:ss\\.ffffff}    "));
            chart.AppendLine(Row(entry, actors).TrimEnd());
        }

        return chart.ToString();
    }

    private static string Row(TraceEntry entry, List<string> actors)
    {
        var row = new StringBuilder();
        foreach (var _ in actors) row.Append(Fit("|", ColumnWidth));
        var (from, to) = (actors.IndexOf(Short(entry.From)), actors.IndexOf(Short(entry.To)));
        if (to < 0) return row.Append(CultureInfo.InvariantCulture, $" {entry.Kind} {Short(entry.To)}: {entry.What}").ToString();
        if (entry.Kind != TraceKind.Handle)
        {
            Write(row, to * ColumnWidth, $"* {entry.Kind} {entry.What}");
        }
        else if (from < 0 || from == to)
        {
            Write(row, to * ColumnWidth, $"@ {entry.What}");
        }
        else
        {
            var (left, right) = (Math.Min(from, to) * ColumnWidth, Math.Max(from, to) * ColumnWidth);
            for (var i = left + 1; i < right; i++) row[i] = '-';
            row[from < to ? right - 1 : left + 1] = from < to ? '>' : '<';
            Write(row, left + 3, $" {Cut(entry.What, right - left - 8)} ");
        }

        return row.ToString();
    }

    private static void Write(StringBuilder row, int at, string text)
    {
        while (row.Length < at + text.Length) row.Append(' ');
        for (var i = 0; i < text.Length; i++) row[at + i] = text[i];
    }

    private static string Short(string path) =>
        path.Length == 0 ? Outside : path.StartsWith("/user/", StringComparison.Ordinal) ? path[6..] : path;

    private static string Fit(string text, int width) => Cut(text, width - 1).PadRight(width);

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width - 1)] + "~";
}
