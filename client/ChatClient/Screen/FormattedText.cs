using System.Buffers;
using System.Globalization;
using ChatClient.Terminal;
using ChatClient.Themes;

namespace ChatClient.Screen;

/// <summary>Reads IRC formatting: bold, italic, underline, reverse, colours.</summary>
/// <remarks>Source: Modern IRC Client Formatting, https://modern.ircdocs.horse/formatting.</remarks>
internal static class FormattedText
{
    public const char Bold = '\u0002';
    public const char Color = '\u0003';
    public const char HexColor = '\u0004';
    public const char Reset = '\u000f';
    public const char Monospace = '\u0011';
    public const char Reverse = '\u0016';
    public const char Italic = '\u001d';
    public const char Strikethrough = '\u001e';
    public const char Underline = '\u001f';

    private static readonly SearchValues<char> Codes = SearchValues.Create(
        Bold, Color, HexColor, Reset, Monospace, Reverse, Italic, Strikethrough, Underline);

    /// <summary>The text as cells, line by line. Formatting codes are applied and not shown.</summary>
    /// <param name="text">The text as received; <c>\n</c> separates lines.</param>
    /// <param name="plain">Style of text without codes.</param>
    /// <param name="theme">Limits which colours may be used.</param>
    public static IEnumerable<List<Cell>> Lines(string text, Style plain, Theme theme) =>
        text.Split('\n').Select(line =>
        {
            var cells = new List<Cell>(line.Length);
            Append(cells, line, plain, theme);
            return cells;
        });

    private static void Append(List<Cell> cells, string text, Style plain, Theme theme)
    {
        var style = plain;
        while (text.Length > 0)
        {
            var plainLength = text.AsSpan().IndexOfAny(Codes);
            if (plainLength != 0)
            {
                var end = plainLength < 0 ? text.Length : plainLength;
                CellText.Append(cells, text[..end], theme.Allow(style));
                text = text[end..];
                continue;
            }

            var code = text[0];
            text = text[1..];
            style = code switch
            {
                Color => TakeColors(ref text, style, plain, most: 2, char.IsAsciiDigit, OfNumber),
                HexColor => TakeColors(ref text, style, plain, most: 6, char.IsAsciiHexDigit, OfHex),
                Reset => plain,
                _ => style with { Attributes = style.Attributes ^ AttributeOf(code) },
            };
        }
    }

    private static TextAttributes AttributeOf(char code) =>
        code switch
        {
            Bold => TextAttributes.Bold,
            Italic => TextAttributes.Italic,
            Underline => TextAttributes.Underline,
            Reverse => TextAttributes.Reverse,
            Strikethrough => TextAttributes.Strikethrough,
            _ => TextAttributes.None,
        };

    // [ foreground [ "," background ] ]. A code without digits resets both colours.
    private static Style TakeColors(
        ref string text, Style style, Style plain, int most, Func<char, bool> isDigit, Func<string, Color> colorOf)
    {
        var foreground = TakeDigits(ref text, most, isDigit);
        if (foreground.Length == 0)
            return style with { Foreground = plain.Foreground, Background = plain.Background };

        style = style with { Foreground = colorOf(foreground) };
        if (text.Length < 2 || text[0] != ',' || !isDigit(text[1]))
            return style;

        text = text[1..];
        return style with { Background = colorOf(TakeDigits(ref text, most, isDigit)) };
    }

    private static string TakeDigits(ref string text, int most, Func<char, bool> isDigit)
    {
        var count = text.TakeWhile(isDigit).Take(most).Count();
        var digits = text[..count];
        text = text[count..];
        return digits;
    }

    private static Color OfNumber(string digits) => Palette.OfMirc(int.Parse(digits, CultureInfo.InvariantCulture));

    private static Color OfHex(string digits) =>
        digits.Length == 6 ? Terminal.Color.FromRgb(int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)) : default;
}
