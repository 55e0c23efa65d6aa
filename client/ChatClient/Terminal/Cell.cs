namespace ChatClient.Terminal;

/// <summary>One position of the screen, with the character in it.</summary>
/// <param name="Text">One grapheme cluster; empty in the second cell of a wide character.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Width">Columns: 1 or 2; 0 for the second cell of a wide character.</param>
internal readonly record struct Cell(string Text, Style Style, int Width)
{
    public static Cell Blank(Style style) => new(" ", style, 1);

    /// <summary>The second cell of a wide character.</summary>
    public static Cell SecondHalf(Style style) => new(string.Empty, style, 0);
}
