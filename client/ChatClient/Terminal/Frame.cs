using System.Text;

namespace ChatClient.Terminal;

/// <summary>A whole screen, as it should look.</summary>
/// <remarks>Immutable once its <see cref="Canvas"/> has let it go; any thread.</remarks>
/// <param name="rows">The cells, row by row; all rows are equally long.</param>
/// <param name="cursor">Row and column of the cursor, from 0; null hides it.</param>
internal sealed class Frame(Cell[][] rows, (int Row, int Column)? cursor)
{
    public int Height => rows.Length;

    public int Width => rows.Length == 0 ? 0 : rows[0].Length;

    public (int Row, int Column)? Cursor => cursor;

    public ReadOnlySpan<Cell> Row(int row) => rows[row];

    /// <summary>The text without its looks: rows without the blanks at their ends.</summary>
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
