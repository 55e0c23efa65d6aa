namespace ChatClient.Terminal;

/// <summary>What a reader sees as one character, on the grid.</summary>
/// <param name="Text">One grapheme cluster; empty in the second cell of a wide one.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Width">Columns: 1, 2, or 0 for the second cell of a wide one.</param>
internal readonly record struct Cell(string Text, Style Style, int Width)
{
    public static Cell Blank(Style style) => new(" ", style, 1);

    /// <summary>What stands behind the first cell of a wide character.</summary>
    public static Cell SecondHalf(Style style) => new(string.Empty, style, 0);
}
