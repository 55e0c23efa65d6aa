namespace ChatClient.Terminal;

/// <summary>The colours and attributes of a cell. The default value is the terminal's own plain text.</summary>
internal readonly record struct Style(
    Color Foreground = default, Color Background = default, TextAttributes Attributes = TextAttributes.None)
{
    public Style With(TextAttributes more) => this with { Attributes = Attributes | more };
}
