using System.Globalization;
using System.Text;

namespace ChatClient.Terminal;

/// <summary>Writes styles as "select graphic rendition" sequences.</summary>
/// <remarks>Source: ECMA-48, 8.3.117; xterm for colours beyond the first eight.</remarks>
internal static class Sgr
{
    private static readonly (TextAttributes Attribute, string Code)[] Codes =
    [
        (TextAttributes.Bold, ";1"), (TextAttributes.Dim, ";2"), (TextAttributes.Italic, ";3"), (TextAttributes.Underline, ";4"),
        (TextAttributes.Reverse, ";7"), (TextAttributes.Strikethrough, ";9"),
    ];

    /// <summary>Sets a style. It does not depend on the style set before.</summary>
    public static void Append(StringBuilder output, Style style)
    {
        output.Append("\e[0");
        foreach (var (attribute, code) in Codes)
        {
            if (style.Attributes.HasFlag(attribute))
                output.Append(code);
        }

        AppendColor(output, style.Foreground, basic: 30, bright: 90, extended: 38);
        AppendColor(output, style.Background, basic: 40, bright: 100, extended: 48);
        output.Append('m');
    }

    private static void AppendColor(StringBuilder output, Color color, int basic, int bright, int extended)
    {
        if (color.IsDefault)
            return;

        if (!color.IsIndexed)
        {
            var (red, green, blue) = color.Rgb;
            output.Append(CultureInfo.InvariantCulture, $";{extended};2;{red};{green};{blue}");
        }
        else if (color.Index < 8)
        {
            output.Append(CultureInfo.InvariantCulture, $";{basic + color.Index}");
        }
        else if (color.Index < 16)
        {
            output.Append(CultureInfo.InvariantCulture, $";{bright + color.Index - 8}");
        }
        else
        {
            output.Append(CultureInfo.InvariantCulture, $";{extended};5;{color.Index}");
        }
    }
}
