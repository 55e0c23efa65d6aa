using System.Text;

namespace ChatClient.Terminal;

/// <summary>The intended content of the whole screen.</summary>
/// <remarks>Immutable once its <see cref="Canvas"/> has returned it; any thread.</remarks>
/// <param name="rows">The cells, row by row; all rows have the same length.</param>
/// <param name="cursor">Row and column of the cursor, from 0; null hides it.</param>
internal sealed class Frame(Cell[][] rows, (int Row, int Column)? cursor)
{
    public int Height => rows.Length;

    public int Width => rows.Length == 0 ? 0 : rows[0].Length;

    public (int Row, int Column)? Cursor => cursor;

    public ReadOnlySpan<Cell> Row(int row) => rows[row];

    /// <summary>The text without styles; spaces at the ends of rows are removed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var start = text.Length;
            foreach (var cell in row)
                text.Append(cell.Text);
            while (text.Length > start && text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

        return text.ToString();
    }
}
