using System.Globalization;
using System.Text;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Failures;

/// <summary>A message sequence chart in text: the server to the left, a lifeline for each client, time going down.</summary>
internal static class TextChart
{
    private const int ColumnWidth = 10;
    private const int LongestText = 150;

    public static string Draw(IReadOnlyList<HistoryEntry> entries)
    {
        var clients = entries.Select(entry => entry.Client).Distinct().Order().ToList();
        var chart = new StringBuilder();
        chart.Append("            ").Append("server".PadRight(ColumnWidth));
        foreach (var client in clients) chart.Append(CultureInfo.InvariantCulture, $"{"client " + Name(client),-ColumnWidth}");
        chart.AppendLine();
        foreach (var entry in entries)
        {
            chart.Append(CultureInfo.InvariantCulture, $"{entry.Time:mm\\:ss\\.fff}   ");
            chart.Append(Lifelines(clients.Count, clients.IndexOf(entry.Client) + 1, entry.Kind));
            chart.Append("  ").AppendLine(Cut(entry));
        }

        return chart.ToString();
    }

    /// <summary>The last one, who looks at what is left, has no place among the others.</summary>
    public static string Name(int client) => client > 1_000_000 ? "W" : client.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text without tags, which are for machines.</summary>
    public static string Cut(HistoryEntry entry)
    {
        var text = entry.Text;
        if (entry.Kind != HistoryKind.Note && text.StartsWith('@')) text = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        text = string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }

    private static string Lifelines(int clients, int column, HistoryKind kind)
    {
        var row = new char[(clients * ColumnWidth) + 1];
        for (var i = 0; i < row.Length; i++) row[i] = i % ColumnWidth == 0 ? '|' : ' ';
        var end = column * ColumnWidth;
        if (kind == HistoryKind.Note)
        {
            row[end] = '*';
            return new string(row);
        }

        for (var i = 1; i < end; i++) row[i] = i % ColumnWidth == 0 ? '+' : '-';
        row[kind == HistoryKind.Sent ? 1 : end - 1] = kind == HistoryKind.Sent ? '<' : '>';
        return new string(row);
    }
}
