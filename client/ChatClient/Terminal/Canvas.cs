namespace ChatClient.Terminal;

/// <summary>A screen that is being drawn. Whatever lies outside of it is cut off.</summary>
/// <remarks>Not thread-safe: used by one drawing function, which ends with <see cref="ToFrame"/>.</remarks>
internal sealed class Canvas
{
    private readonly Cell[][] _rows;

    /// <summary>Creates an empty screen.</summary>
    public Canvas(int width, int height, Style style)
    {
        Width = width;
        Height = height;
        _rows = new Cell[height][];
        for (var row = 0; row < height; row++)
        {
            _rows[row] = new Cell[width];
            Array.Fill(_rows[row], Cell.Blank(style));
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Draws text, at most <paramref name="most"/> columns of it.</summary>
    /// <returns>The column after it.</returns>
    public int Put(int row, int column, string text, Style style, int most = int.MaxValue) =>
        Put(row, column, CellText.Of(text, style).AsSpan(), most);

    /// <summary>Draws cells, at most <paramref name="most"/> columns of them.</summary>
    /// <returns>The column after them.</returns>
    public int Put(int row, int column, ReadOnlySpan<Cell> cells, int most = int.MaxValue)
    {
        if (row < 0 || row >= Height)
            return column;

        var end = (int)Math.Min(Width, (long)column + most);
        foreach (var cell in cells)
        {
            if (column + cell.Width > end)
                break;
            if (column >= 0)
                Set(row, column, cell);
            column += cell.Width;
        }

        return column;
    }

    /// <summary>Fills columns of a row with spaces of one style.</summary>
    public void Fill(int row, int column, int count, Style style)
    {
        for (var i = Math.Max(0, column); row >= 0 && row < Height && i < Math.Min(Width, column + count); i++)
            Set(row, i, Cell.Blank(style));
    }

    /// <summary>The finished screen. The canvas must not be used after this.</summary>
    public Frame ToFrame((int Row, int Column)? cursor) => new(_rows, cursor);

    private void Set(int row, int column, Cell cell)
    {
        var cells = _rows[row];
        CutWideAt(cells, column);
        if (cell.Width == 2)
        {
            CutWideAt(cells, column + 1);
            cells[column + 1] = Cell.SecondHalf(cell.Style);
        }

        cells[column] = cell;
    }

    // When half of a wide character is overwritten, the other half becomes a space.
    private static void CutWideAt(Cell[] cells, int column)
    {
        if (cells[column].Width == 0 && column > 0)
            cells[column - 1] = Cell.Blank(cells[column - 1].Style);
        else if (cells[column].Width == 2 && column + 1 < cells.Length)
            cells[column + 1] = Cell.Blank(cells[column + 1].Style);
    }
}
