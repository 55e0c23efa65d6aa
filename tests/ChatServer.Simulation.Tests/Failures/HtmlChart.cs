using System.Globalization;
using System.Net;
using System.Text;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Failures;

/// <summary>A message sequence chart as one page that needs nothing else: no script, no fonts, no network.</summary>
internal static class HtmlChart
{
    private const int Left = 90;
    private const int Top = 40;
    private const int ColumnWidth = 130;
    private const int RowHeight = 26;
    private const int TextWidth = 900;

    private const string Style = """
        body { font: 15px/1.5 sans-serif; margin: 2em; color: #222; background: #fff }
        h1 { font-size: 1.3em } .broken { border-left: 4px solid #b00; padding: .3em 1em; background: #fdf3f3 }
        code { background: #f3f3f3; padding: .1em .3em }
        svg text { font: 12px monospace } .life { stroke: #bbb } .head { font-weight: bold }
        .sent { stroke: #06c; fill: #06c } .read { stroke: #283; fill: #283 } .note { fill: #b60 } .time { fill: #888 }
        .last { fill: #fdeaea }
        """;

    public static string Draw(FailureReport report)
    {
        var clients = report.Entries.Select(entry => entry.Client).Distinct().Order().ToList();
        var width = Left + ((clients.Count + 1) * ColumnWidth) + TextWidth;
        var height = Top + ((report.Entries.Count + 1) * RowHeight);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"/><title>Seed {report.Seed}: {report.Broken.Promise}</title><style>{Style}</style></head>
            <body>
            <h1>Seed {report.Seed} breaks a promise</h1>
            <p class="broken"><b>{report.Broken.Promise}.</b> {Explain(report.Broken.Promise)}<br/>
            What was seen instead: {Escape(report.Broken.What)}</p>
            <p>Again: <code>dotnet run -c Release --project tests/ChatServer.Simulation.Tests -- --seed {report.Seed}</code></p>
            <p>Below is the shortest history that was found for it. Time goes down. A blue arrow is a line that a client has sent,
            when it sent it; a green one is a line that a client has read, when it read it; an orange dot is something that happened to
            a client. Times are virtual. What the server's actors told each other meanwhile stands in
            <code>seed-{report.Seed}.trace.txt</code>.</p>
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">

            """);
        Lifeline(page, 0, "server", height);
        for (var i = 0; i < clients.Count; i++) Lifeline(page, i + 1, $"client {TextChart.Name(clients[i])}", height);
        foreach (var (row, entry) in report.Entries.Index())
            Row(page, entry, row, clients, width, isLast: row == report.Entries.Count - 1);
        page.Append("</svg>\n</body></html>\n");
        return page.ToString();
    }

    private static void Lifeline(StringBuilder page, int column, string name, int height)
    {
        var x = X(column);
        page.Append(CultureInfo.InvariantCulture, $"<text class=\"head\" x=\"{x - 25}\" y=\"20\">{name}</text>");
        page.Append(CultureInfo.InvariantCulture, $"<line class=\"life\" x1=\"{x}\" y1=\"28\" x2=\"{x}\" y2=\"{height}\"/>\n");
    }

    private static void Row(StringBuilder page, HistoryEntry entry, int row, List<int> clients, int width, bool isLast)
    {
        var y = Top + (row * RowHeight) + 14;
        var x = X(clients.IndexOf(entry.Client) + 1);
        var text = Escape(TextChart.Cut(entry));
        if (isLast)
            page.Append(
                CultureInfo.InvariantCulture, $"<rect class=\"last\" x=\"0\" y=\"{y - 16}\" width=\"{width}\" height=\"{RowHeight}\"/>");
        page.Append(CultureInfo.InvariantCulture, $"<text class=\"time\" x=\"2\" y=\"{y + 4}\">{entry.Time:mm\\:ss\\.fff}</text>");
        var textAt = X(clients.Count) + 25;
        if (entry.Kind == HistoryKind.Note)
        {
            page.Append(CultureInfo.InvariantCulture, $"<circle class=\"note\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>");
            page.Append(CultureInfo.InvariantCulture, $"<text class=\"note\" x=\"{textAt}\" y=\"{y + 4}\">{text}</text>\n");
            return;
        }

        var (kind, from, to) = entry.Kind == HistoryKind.Sent ? ("sent", x, X(0)) : ("read", X(0), x);
        var tip = to < from ? to + 8 : to - 8;
        page.Append(CultureInfo.InvariantCulture, $"<line class=\"{kind}\" x1=\"{from}\" y1=\"{y}\" x2=\"{to}\" y2=\"{y}\"/>");
        page.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"M{to} {y} L{tip} {y - 4} L{tip} {y + 4} Z\"/>");
        page.Append(CultureInfo.InvariantCulture, $"<text x=\"{textAt}\" y=\"{y + 4}\">{text}</text>\n");
    }

    private static int X(int column) => Left + (column * ColumnWidth) + 30;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Explain(Promise promise) => promise switch
    {
        Promise.OneCommandAtATime => "A connection starts its next command when the last one has finished: answers come in the order of "
            + "commands, every command is answered, and when a PONG is there, all that was asked before has taken effect.",
        Promise.OneOrderPerRoom => "All members of a room see its events in the same order.",
        Promise.NothingSilent => "A message is delivered to every member that stays connected, once, or its sender is told.",
        Promise.OneOwnerPerNick => "At no moment do two users hold the same nick under the server's case mapping.",
        Promise.BoundedEverything => "Every queue has a limit, and something defined happens when it is full.",
        Promise.FaultsStay => "An exception in one actor is noticed by those only who asked it something, "
            + "and nobody is closed who did nothing wrong.",
        Promise.KnowledgeIsTrue => "What a client can know from its lines is exactly what the server says when it is asked.",
        Promise.RulesHold => "Nobody does what the modes of the room do not let him do.",
        Promise.WellFormedLines => "The server sends no line that the grammar forbids.",
        Promise.ComesToRest => "Whatever clients do, there is a moment when nothing is left to do about it.",
        Promise.ActorsKeepTheirWord => "The actor runtime does what its documentation says, whether the server needs it or not. "
            + "Here it was seen not to do so in a small world of actors without any chat; below is each of their turns.",
        _ => "When all have gone, no actor, timer, buffer, room or nick is left.",
    };
}
