namespace ChatClient.Terminal;

/// <summary>How a cell looks. The default value is the terminal's own plain text.</summary>
internal readonly record struct Style(
    Color Foreground = default, Color Background = default, TextAttributes Attributes = TextAttributes.None)
{
    /// <summary>This style on top of another: what this one leaves at its default shows the other.</summary>
    public Style Over(Style below) => new(
        Foreground.IsDefault ? below.Foreground : Foreground,
        Background.IsDefault ? below.Background : Background,
        Attributes | below.Attributes);

    public Style With(TextAttributes more) => this with { Attributes = Attributes | more };
}
