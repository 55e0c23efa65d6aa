namespace ChatClient.Terminal;

/// <summary>How a cell looks. The default value is the terminal's own plain text.</summary>
internal readonly record struct Style(
    Color Foreground = default, Color Background = default, TextAttributes Attributes = TextAttributes.None)
{
    public Style With(TextAttributes more) => this with { Attributes = Attributes | more };
}
