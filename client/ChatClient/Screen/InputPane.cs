using System.Collections.Immutable;
using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>The bottom line of the screen: the text being typed, the search, or a question to the user.</summary>
internal static class InputPane
{
    private const int LeastForText = 10;

    /// <summary>Draws the line.</summary>
    /// <returns>Position of the cursor, or null if it is hidden.</returns>
    public static (int Row, int Column)? Draw(Canvas canvas, ViewState state)
    {
        var row = state.Height - 1;
        if (row < 0)
            return null;
        if (state.Question is { } question)
            return DrawQuestion(canvas, state, row, question);
        if (state.Search is { } search)
            return DrawLine(canvas, state, row, "search: ", InputLine.Empty.Replace(search.Words));
        return DrawLine(canvas, state, row, Prompt(state), state.Current.Draft);
    }

    private static (int Row, int Column)? DrawQuestion(Canvas canvas, ViewState state, int row, Question question)
    {
        canvas.Fill(row, 0, state.Width, state.Theme.StatusAlarm);
        var column = canvas.Put(row, 1, Fitting.Cut(question.Text, state.Width - 2), state.Theme.StatusAlarm);
        canvas.Put(row, column + 2, Fitting.Cut(question.Keys, state.Width - column - 3), state.Theme.Status);
        return question is ReactionQuestion ? (row, Math.Min(column, state.Width - 1)) : null;
    }

    private static string Prompt(ViewState state) =>
        state.Current.ReplyTo is { } answered ? $"\u21b3 {answered.Nick}: "
        : state.Current.Kind == ConversationKind.Server ? "/ "
        : $"{state.Nick}: ";

    private static (int Row, int Column)? DrawLine(Canvas canvas, ViewState state, int row, string prompt, InputLine line)
    {
        var fitted = Fitting.Cut(prompt, Math.Max(0, state.Width - LeastForText));
        var left = canvas.Put(row, 0, fitted, state.Theme.Prompt);
        var room = Math.Max(1, state.Width - left);
        var before = Cells(line.Text[..line.Cursor], state);
        var after = Cells(line.Text[line.Cursor..], state);

        // Scrolled so that the cursor is visible, with room for some of the text after it.
        var first = FirstShown(before, room);
        var cursor = canvas.Put(row, left, before.AsSpan()[first..]);
        canvas.Put(row, cursor, after.AsSpan());
        if (first > 0)
            canvas.Put(row, left, "\u2039", state.Theme.Border);
        return (row, Math.Min(cursor, state.Width - 1));
    }

    private static int FirstShown(ImmutableArray<Cell> before, int room)
    {
        var total = CellText.Width(before.AsSpan());
        if (total < room)
            return 0;

        var hidden = 0;
        var index = 0;
        while (index < before.Length && total - hidden > room * 2 / 3)
            hidden += before[index++].Width;
        return index;
    }

    // Formatting codes and line breaks are shown as marks, so that the user can move the cursor past them.
    private static ImmutableArray<Cell> Cells(string text, ViewState state)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>(text.Length);
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            var mark = index < text.Length ? MarkOf(text[index]) : null;
            if (mark is null && index < text.Length)
                continue;

            CellText.Append(cells, text[start..index], state.Theme.Text);
            if (mark is not null)
                cells.Add(new Cell(mark, state.Theme.Found, 1));
            start = index + 1;
        }

        return cells.DrainToImmutable();
    }

    private static string? MarkOf(char letter) =>
        letter switch
        {
            '\n' => "\u21b5",
            FormattedText.Bold => "B",
            FormattedText.Color => "C",
            FormattedText.Italic => "I",
            FormattedText.Underline => "U",
            FormattedText.Reverse => "V",
            FormattedText.Strikethrough => "S",
            FormattedText.Reset => "O",
            _ => null,
        };
}
