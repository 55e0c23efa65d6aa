using System.Globalization;
using System.Text.RegularExpressions;
using ChatClient.Terminal;
using ChatClient.Themes;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>Lays out one entry as rows: time, nick and text in columns, or one after the other where the screen is narrow.</summary>
/// <param name="state">The view: its theme, its time zone and what is selected.</param>
/// <param name="conversation">The conversation that the entry belongs to.</param>
/// <param name="width">Width of the conversation. Unit: columns.</param>
internal sealed partial class EntryLayout(ViewState state, Conversation conversation, int width)
{
    private const int TimeWidth = 6; // 12:34 and a space
    private const int LeastForColumns = 50;
    private const int LeastText = 8;
    private const string Divider = " \u2502 ";

    private readonly int _nickWidth = width < LeastForColumns ? 0 : width < 90 ? 11 : 15;

    private Theme Theme => state.Theme;

    private bool HasColumns => _nickWidth > 0;

    private int Indent => HasColumns ? TimeWidth + _nickWidth + Divider.Length : width < TimeWidth + LeastText ? 0 : TimeWidth;

    /// <summary>The rows of an entry, with the line for a new day and the "new" line above it where they belong.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The previous entry, or null.</param>
    public List<List<Cell>> Rows(Entry entry, Entry? before)
    {
        var rows = new List<List<Cell>>();
        var day = Local(entry.Time).Date;
        if (before is null || Local(before.Time).Date != day)
            rows.Add(Rule(day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture), Theme.Border, Theme.Info));
        if (before is not null && before.Id == conversation.SeenUpTo)
            rows.Add(Rule("new", Theme.NewMark, Theme.NewMark));

        if (entry.Quote is { } quote)
            rows.Add(Aside($"\u256d {quote.Nick}: {TerminalText.Clean(quote.Text)}"));
        AddBody(rows, entry);
        if (!entry.Reactions.IsEmpty)
            rows.Add(Aside(string.Join("  ", entry.Reactions.Select(reaction => $"{reaction.Text} {reaction.Nicks.Count}"))));
        if (entry.Delivery == Delivery.Failed)
            rows.Add(Small($"not sent: {entry.Remark}", Theme.Error));
        return rows;
    }

    private void AddBody(List<List<Cell>> rows, Entry entry)
    {
        var isFirst = true;
        var textWidth = Math.Max(2, width - Indent);
        foreach (var row in Text(entry).SelectMany(line => Wrapping.Rows(line, textWidth)))
        {
            rows.Add([.. isFirst ? Head(entry) : Margin(), .. row]);
            isFirst = false;
        }
    }

    private List<Cell> Head(Entry entry)
    {
        var cells = new List<Cell>();
        if (Indent == 0)
            return cells;

        var isChosen = entry.Id == state.Chosen || entry.Id == state.Search?.FoundId;
        CellText.Append(cells, Local(entry.Time).ToString("HH:mm", CultureInfo.InvariantCulture), isChosen ? Theme.Found : Theme.Time);
        CellText.Append(cells, " ", default);
        if (!HasColumns)
            return cells;

        var (label, style) = Label(entry);
        var fitted = Fit(label, _nickWidth);
        CellText.Append(cells, new string(' ', _nickWidth - UnicodeWidth.Of(fitted)), default);
        CellText.Append(cells, fitted, style);
        CellText.Append(cells, Divider, Theme.Border);
        return cells;
    }

    private List<Cell> Margin()
    {
        var cells = CellText.Of(new string(' ', Indent), default).ToList();
        if (HasColumns)
            cells[Indent - 2] = new Cell(Divider.Trim(), Theme.Border, 1);
        return cells;
    }

    // The text in the nick column.
    private (string Text, Style Style) Label(Entry entry) =>
        entry.Kind switch
        {
            EntryKind.Message => (Ranked(entry.Nick), NickStyle(entry)),
            EntryKind.Action => ("*", NickStyle(entry)),
            EntryKind.Notice => ($"-{entry.Nick}-", Theme.Notice),
            EntryKind.Passages => ("\u2194", Theme.Info),
            EntryKind.Error => ("!", Theme.Error),
            _ => ("\u00b7", Theme.Info),
        };

    private string Ranked(string nick) => conversation.Members.Find(nick) is { Ranks: [var rank, ..] } ? rank + nick : nick;

    private Style NickStyle(Entry entry) =>
        entry.Delivery == Delivery.Pending ? Theme.Pending
        : entry.IsMention ? Theme.Mention
        : NickColor.Of(entry.Nick, Theme).With(entry.IsOwn ? TextAttributes.Bold : TextAttributes.None);

    private List<List<Cell>> Text(Entry entry)
    {
        var style = TextStyle(entry);
        if (entry.IsRedacted)
            return [[.. Opening(entry), .. CellText.Of($"(deleted by {entry.Remark})", Theme.Info)]];
        if (entry.Kind == EntryKind.Passages)
            return [CellText.Of(PassageText.Of(entry.Passages), style).ToList()];

        var lines = FormattedText.Lines(Text(entry.Text, entry.Kind), style, Theme).ToList();
        lines[0].InsertRange(0, Opening(entry));
        return lines;
    }

    // The program aligns columns with spaces, as in help. Where a line has to be wrapped, wide gaps would only waste room.
    private string Text(string text, EntryKind kind) =>
        kind == EntryKind.Info && text.Length > width - Indent ? ManyBlanks().Replace(text, "  ") : text;

    [GeneratedRegex(" {3,}")]
    private static partial Regex ManyBlanks();

    // The nick in front of the text, where there is no nick column.
    private List<Cell> Opening(Entry entry)
    {
        var opening = entry.Kind switch
        {
            EntryKind.Action => HasColumns ? $"{entry.Nick} " : $"* {entry.Nick} ",
            EntryKind.Message when !HasColumns => $"{entry.Nick}: ",
            EntryKind.Notice when !HasColumns => $"-{entry.Nick}- ",
            _ => string.Empty,
        };
        return [.. CellText.Of(opening, entry.Kind == EntryKind.Notice ? Theme.Notice : NickStyle(entry))];
    }

    private Style TextStyle(Entry entry) =>
        entry switch
        {
            { Delivery: Delivery.Pending } => Theme.Pending,
            { Kind: EntryKind.Notice } => Theme.Notice,
            { Kind: EntryKind.Info or EntryKind.Passages } => Theme.Info,
            { Kind: EntryKind.Error } => Theme.Error,
            _ => Theme.Text,
        };

    private List<Cell> Aside(string text) => Small(text, Theme.Aside);

    // One row above or below the text; what does not fit is cut off.
    private List<Cell> Small(string text, Style style) => [.. Margin(), .. CellText.Of(Fit(text, Math.Max(2, width - Indent)), style)];

    private List<Cell> Rule(string title, Style line, Style text)
    {
        title = Fit(title, Math.Max(1, width - 4));
        var left = Math.Max(0, (width - UnicodeWidth.Of(title) - 2) / 2);
        var right = Math.Max(0, width - left - UnicodeWidth.Of(title) - 2);
        return
        [
            .. CellText.Of(new string('\u2500', left), line), .. CellText.Of($" {title} ", text),
            .. CellText.Of(new string('\u2500', right), line),
        ];
    }

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, state.Zone);

    private static string Fit(string text, int most) => Fitting.Cut(text, most);
}
