using ChatClient.Terminal;

namespace ChatClient.Themes;

/// <summary>The 256 colours of a terminal, and the colours of mIRC.</summary>
internal static class Palette
{
    // The first 16 colours as xterm shows them; other terminals may differ.
    private static readonly int[] First16 =
    [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ];

    private static readonly int[] CubeLevels = [0, 95, 135, 175, 215, 255];

    // White, black, blue, green, red, brown, magenta, orange, yellow, light green, cyan, light cyan, light blue, pink, grey, light grey;
    // then 16 to 98, seven rows of twelve hues. Source: Modern, formatting, "Colors 16-98".
    private static readonly byte[] Mirc =
    [
        15, 0, 4, 2, 9, 1, 5, 208, 11, 10, 6, 14, 12, 13, 8, 7,
        52, 94, 100, 58, 22, 29, 23, 24, 17, 54, 53, 89,
        88, 130, 142, 64, 28, 35, 30, 25, 18, 91, 90, 125,
        124, 166, 184, 106, 34, 49, 37, 33, 19, 129, 127, 161,
        196, 208, 226, 154, 46, 86, 51, 75, 21, 171, 201, 198,
        203, 215, 227, 191, 83, 122, 87, 111, 63, 177, 207, 205,
        217, 223, 229, 193, 157, 158, 159, 153, 147, 183, 219, 212,
        16, 233, 235, 237, 239, 241, 244, 247, 250, 254, 231,
    ];

    /// <summary>A colour by its number in mIRC's formatting. 99 and unknown numbers give the default colour.</summary>
    public static Color OfMirc(int number) => number >= 0 && number < Mirc.Length ? Color.Of(Mirc[number]) : Color.Default;

    /// <summary>The most similar colour among the first 16.</summary>
    public static Color NearestOf16(Color color)
    {
        if (color.IsDefault || (color.IsIndexed && color.Index < 16))
            return color;

        var wanted = RgbOf(color);
        return Color.Of(Enumerable.Range(0, 16).MinBy(index => Distance(wanted, Split(First16[index]))));
    }

    /// <summary>Red, green and blue of a colour that is not the default.</summary>
    public static (int Red, int Green, int Blue) RgbOf(Color color) =>
        !color.IsIndexed ? color.Rgb
        : color.Index < 16 ? Split(First16[color.Index])
        : color.Index < 232 ? OfCube(color.Index - 16)
        : Grey(8 + (10 * (color.Index - 232)));

    private static (int Red, int Green, int Blue) OfCube(int place) =>
        (CubeLevels[place / 36], CubeLevels[place / 6 % 6], CubeLevels[place % 6]);

    private static (int Red, int Green, int Blue) Grey(int level) => (level, level, level);

    private static (int Red, int Green, int Blue) Split(int rgb) => ((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);

    private static int Distance((int Red, int Green, int Blue) a, (int Red, int Green, int Blue) b) =>
        Square(a.Red - b.Red) + Square(a.Green - b.Green) + Square(a.Blue - b.Blue);

    private static int Square(int number) => number * number;
}
