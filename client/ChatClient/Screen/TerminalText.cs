using System.Text;

namespace ChatClient.Screen;

/// <summary>Makes text safe to print on a terminal.</summary>
internal static class TerminalText
{
    private const char Color = '\u0003';
    private const char HexColor = '\u0004';

    // Bold, monospace, reset, reverse, italic, strikethrough, underline. Source: Modern, formatting.
    private const string Formats = "\u0002\u0011\u000f\u0016\u001d\u001e\u001f";

    /// <summary>The text without formatting codes and other control characters as U+FFFD, so that it can't move the cursor.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(char.IsControl))
            return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == Color)
                i += ColorLength(text.AsSpan(i + 1), most: 2, char.IsAsciiDigit);
            else if (letter == HexColor)
                i += ColorLength(text.AsSpan(i + 1), most: 6, char.IsAsciiHexDigit);
            else if (letter == '\t')
                clean.Append(' ');
            else if (!Formats.Contains(letter, StringComparison.Ordinal))
                clean.Append(char.IsControl(letter) ? '\ufffd' : letter);
        }

        return clean.ToString();
    }

    // foreground [ "," background ]
    private static int ColorLength(ReadOnlySpan<char> rest, int most, Func<char, bool> isDigit)
    {
        var foreground = Digits(rest, most, isDigit);
        if (foreground == 0 || foreground >= rest.Length || rest[foreground] != ',')
            return foreground;

        var background = Digits(rest[(foreground + 1)..], most, isDigit);
        return background == 0 ? foreground : foreground + 1 + background;
    }

    private static int Digits(ReadOnlySpan<char> text, int most, Func<char, bool> isDigit)
    {
        var count = 0;
        while (count < text.Length && count < most && isDigit(text[count]))
            count++;
        return count;
    }
}
