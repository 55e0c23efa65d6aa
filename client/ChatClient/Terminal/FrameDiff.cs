using System.Globalization;
using System.Text;

namespace ChatClient.Terminal;

/// <summary>Writes what turns one frame on the terminal into the next: only the cells that changed.</summary>
internal static class FrameDiff
{
    // Moving the cursor costs about this many bytes. Up to as many unchanged cells are therefore written again instead.
    private const int WorthAJump = 6;

    private const string Begin = "\e[?2026h\e[?25l"; // synchronised output, if the terminal supports it; cursor hidden
    private const string End = "\e[?2026l";

    /// <summary>Appends the difference. If there is none, nothing is appended.</summary>
    /// <param name="output">Receives the escape sequences and text.</param>
    /// <param name="before">What the terminal shows now. If it is null or has another size, everything is drawn.</param>
    /// <param name="after">What the terminal should show.</param>
    public static void Append(StringBuilder output, Frame? before, Frame after)
    {
        var start = output.Length;
        output.Append(Begin);
        if (before is null || before.Width != after.Width || before.Height != after.Height)
        {
            before = null;
            output.Append("\e[0m\e[2J");
        }

        var pen = new Pen(output);
        for (var row = 0; row < after.Height; row++)
            AppendRow(pen, before is null ? default : before.Row(row), after.Row(row), row);

        if (!pen.HasWritten && before is not null && before.Cursor == after.Cursor)
        {
            output.Length = start;
            return;
        }

        output.Append("\e[0m");
        if (after.Cursor is var (cursorRow, cursorColumn))
            output.Append(CultureInfo.InvariantCulture, $"\e[{cursorRow + 1};{cursorColumn + 1}H\e[?25h");
        output.Append(End);
    }

    private static void AppendRow(Pen pen, ReadOnlySpan<Cell> before, ReadOnlySpan<Cell> after, int row)
    {
        var blankFrom = BlankFrom(after);
        for (var column = 0; column < after.Length;)
        {
            if (IsSame(before, after, column))
            {
                column++;
                continue;
            }

            // Writing the first half of a wide character draws both halves.
            while (column > 0 && after[column].Width == 0)
                column--;
            if (column >= blankFrom)
            {
                pen.EraseToEnd(row, column);
                return;
            }

            for (var same = 0; column < blankFrom && same <= WorthAJump;)
            {
                same = IsSame(before, after, column) ? same + 1 : 0;
                pen.Write(row, column, after[column]);
                column += Math.Max(1, after[column].Width);
            }
        }
    }

    private static bool IsSame(ReadOnlySpan<Cell> before, ReadOnlySpan<Cell> after, int column) =>
        before.Length > 0 && before[column] == after[column];

    // From this column on, the row looks as if erased. A coloured background does not count: some terminals erase without it.
    private static int BlankFrom(ReadOnlySpan<Cell> row)
    {
        var column = row.Length;
        while (column > 0 && row[column - 1] is { Text: " ", Style: { Background.IsDefault: true, Attributes: TextAttributes.None } })
            column--;
        return column;
    }

    /// <summary>Knows where the terminal's cursor is and what style is set.</summary>
    private sealed class Pen(StringBuilder output)
    {
        private (int Row, int Column)? _at;
        private Style? _style;

        public bool HasWritten { get; private set; }

        public void Write(int row, int column, Cell cell)
        {
            if (cell.Width == 0)
                return;

            MoveTo(row, column);
            SetStyle(cell.Style);

            // Terminals differ in the width of such a cluster. So its columns are cleared first, and the cursor is set after it.
            var isSure = cell.Text.Length == 1;
            if (!isSure)
            {
                output.Append(' ', cell.Width);
                _at = null;
                MoveTo(row, column);
            }

            output.Append(cell.Text);
            _at = isSure ? (row, column + cell.Width) : null;
        }

        public void EraseToEnd(int row, int column)
        {
            MoveTo(row, column);
            SetStyle(default);
            output.Append("\e[K");
        }

        private void MoveTo(int row, int column)
        {
            HasWritten = true;
            if (_at != (row, column))
                output.Append(CultureInfo.InvariantCulture, $"\e[{row + 1};{column + 1}H");
            _at = (row, column);
        }

        private void SetStyle(Style style)
        {
            if (_style != style)
                Sgr.Append(output, style);
            _style = style;
        }
    }
}
