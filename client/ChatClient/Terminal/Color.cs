namespace ChatClient.Terminal;

/// <summary>A colour of a terminal: its default colour, one of its 256 colours, or a mix of red, green and blue.</summary>
/// <remarks>The default value is the terminal's default colour.</remarks>
internal readonly record struct Color
{
    private const int RgbMark = 1 << 24;

    private readonly int _code;

    private Color(int code) => _code = code;

    /// <summary>The colour that the terminal uses by default.</summary>
    public static Color Default => default;

    public bool IsDefault => _code == 0;

    /// <summary>Whether it is one of the 256 colours.</summary>
    public bool IsIndexed => _code is > 0 and < RgbMark;

    /// <summary>Number of the colour, 0 to 255; only if <see cref="IsIndexed"/>.</summary>
    public int Index => _code - 1;

    /// <summary>Red, green and blue, from 0 to 255; only if the colour is neither the default nor indexed.</summary>
    public (int Red, int Green, int Blue) Rgb => ((_code >> 16) & 0xFF, (_code >> 8) & 0xFF, _code & 0xFF);

    /// <summary>One of the 256 colours: 0 to 15 are the terminal's own, 16 to 231 a cube of six levels each, 232 to 255 greys.</summary>
    public static Color Of(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 255);
        return new Color(index + 1);
    }

    public static Color FromRgb(int rgb) => new(RgbMark | (rgb & 0xFFFFFF));
}
