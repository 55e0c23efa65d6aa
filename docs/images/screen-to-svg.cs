// Makes a picture of a terminal's screen: reads what `tmux capture-pane -p -e -N` prints, writes SVG.
//
//   tmux capture-pane -p -e -N | dotnet run docs/images/screen-to-svg.cs -- 100 30 > docs/images/chat.svg
//
// The arguments are columns and rows.
#:property PublishAot=false
using System.Globalization;
using System.Security;
using System.Text;

const double CellWidth = 8.43;
const double CellHeight = 18;
const double Margin = 14;
const string Paper = "#14181d";
const string Ink = "#d4d7dc";

var columns = int.Parse(args[0], CultureInfo.InvariantCulture);
var rows = int.Parse(args[1], CultureInfo.InvariantCulture);
Console.OutputEncoding = Encoding.UTF8;
var width = (columns * CellWidth) + (2 * Margin);
var height = (rows * CellHeight) + (2 * Margin);
Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\">");
Line($"<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{Paper}\"/>");
Line($"<g font-family=\"'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,monospace\" font-size=\"14\">");
var pen = new Pen();
for (var row = 0; row < rows && Console.ReadLine() is { } line; row++)
{
    foreach (var run in Runs(line, pen))
        Draw(run, row);
}

Line($"</g></svg>");

// Stretches of one look, each with the column where it begins.
static IEnumerable<Run> Runs(string line, Pen pen)
{
    var column = 0;
    for (var i = 0; i < line.Length;)
    {
        if (line[i] == '\e')
        {
            var end = line.IndexOfAny(['m', '\\', '\u000e', '\u000f'], i);
            if (line[i + 1] == '[')
                pen.Set(line[(i + 2)..end]);
            i = end + 1;
            continue;
        }

        var start = i;
        var columns = 0;
        while (i < line.Length && line[i] != '\e')
        {
            var length = StringInfo.GetNextTextElementLength(line, i);
            var clusterWidth = Width(line.Substring(i, length));

            // Wide ones stand alone: a font may have another idea of their width.
            if (clusterWidth == 2 && i > start)
                break;
            columns += clusterWidth;
            i += length;
            if (clusterWidth == 2)
                break;
        }

        yield return new Run(column, columns, line[start..i], pen.Foreground, pen.Background, pen.IsBold, pen.IsItalic, pen.IsUnderlined);
        column += columns;
    }
}

static int Width(string cluster)
{
    var rune = cluster.EnumerateRunes().First().Value;
    var isWide = rune is (>= 0x1100 and <= 0x115F) or 0x2614 or 0x2615 or (>= 0x2E80 and <= 0xA4C6) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xFF01 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF);
    return isWide ? 2 : 1;
}

static void Draw(Run run, int row)
{
    var x = Margin + (run.Column * CellWidth);
    var y = Margin + (row * CellHeight);
    var width = run.Columns * CellWidth;
    if (run.Background is { } background)
        Line($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width + 0.3:0.##}\" height=\"{CellHeight}\" fill=\"{background}\"/>");
    if (string.IsNullOrWhiteSpace(run.Text))
        return;

    // Lines between panes meet: they are drawn, not written.
    if (run.Text.Trim() == "\u2502")
    {
        var middle = Margin + ((run.Column + run.Text.IndexOf('\u2502', StringComparison.Ordinal) + 0.5) * CellWidth);
        Line($"<path d=\"M{middle:0.##} {y:0.##}v{CellHeight}\" stroke=\"{run.Foreground ?? Ink}\"/>");
        return;
    }

    var looks = (run.IsBold ? " font-weight=\"bold\"" : string.Empty) + (run.IsItalic ? " font-style=\"italic\"" : string.Empty)
        + (run.IsUnderlined ? " text-decoration=\"underline\"" : string.Empty);

    // Spaces that do not collapse: browsers trim the others, and stretch what is left over the width of all.
    var text = SecurityElement.Escape(run.Text).Replace(' ', '\u00a0');
    Line($"<text x=\"{x:0.##}\" y=\"{y + 13.5:0.##}\" textLength=\"{width:0.##}\" fill=\"{run.Foreground ?? Ink}\"{looks}>{text}</text>");
}

static void Line(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

/// <summary>A stretch of one look.</summary>
internal sealed record Run(
    int Column, int Columns, string Text, string? Foreground, string? Background, bool IsBold, bool IsItalic, bool IsUnderlined);

/// <summary>The look that is set. Source: ECMA-48, select graphic rendition.</summary>
internal sealed class Pen
{
    private static readonly string[] First16 =
    [
        "#1d2228", "#d3605d", "#7fae6b", "#c9a35a", "#5f93d0", "#b07ac0", "#5fb0b5", "#c8ccd2",
        "#6b737d", "#ef7d79", "#9bd083", "#e6c27a", "#7fb2ef", "#cf9ae0", "#7fd0d6", "#ffffff",
    ];

    private bool _isReverse;
    private string? _foreground;
    private string? _background;

    public bool IsBold { get; private set; }

    public bool IsItalic { get; private set; }

    public bool IsUnderlined { get; private set; }

    public string? Foreground => _isReverse ? _background ?? "#14181d" : _foreground;

    public string? Background => _isReverse ? _foreground ?? "#d4d7dc" : _background;

    public void Set(string codes)
    {
        var numbers = codes.Split(';', ':').Select(code => code.Length == 0 ? 0 : int.Parse(code, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            switch (numbers[i])
            {
                case 0:
                    (_foreground, _background, _isReverse, IsBold, IsItalic, IsUnderlined) = (null, null, false, false, false, false);
                    break;
                case 1:
                    IsBold = true;
                    break;
                case 3:
                    IsItalic = true;
                    break;
                case 4:
                    IsUnderlined = true;
                    break;
                case 7:
                    _isReverse = true;
                    break;
                case >= 30 and <= 37:
                    _foreground = First16[numbers[i] - 30];
                    break;
                case 38:
                    _foreground = Extended(numbers, ref i);
                    break;
                case 39:
                    _foreground = null;
                    break;
                case >= 40 and <= 47:
                    _background = First16[numbers[i] - 40];
                    break;
                case 48:
                    _background = Extended(numbers, ref i);
                    break;
                case 49:
                    _background = null;
                    break;
                case >= 90 and <= 97:
                    _foreground = First16[numbers[i] - 90 + 8];
                    break;
                case >= 100 and <= 107:
                    _background = First16[numbers[i] - 100 + 8];
                    break;
            }
        }
    }

    private static string Extended(int[] numbers, ref int i)
    {
        if (numbers[i + 1] == 2)
        {
            i += 4;
            return string.Concat("#", Hex(numbers[i - 2]), Hex(numbers[i - 1]), Hex(numbers[i]));
        }

        i += 2;
        return Indexed(numbers[i]);
    }

    private static string Indexed(int index)
    {
        if (index < 16)
            return First16[index];
        if (index >= 232)
            return string.Concat("#", Hex(8 + (10 * (index - 232))), Hex(8 + (10 * (index - 232))), Hex(8 + (10 * (index - 232))));

        int[] levels = [0, 95, 135, 175, 215, 255];
        var place = index - 16;
        return string.Concat("#", Hex(levels[place / 36]), Hex(levels[place / 6 % 6]), Hex(levels[place % 6]));
    }

    private static string Hex(int level) => level.ToString("x2", CultureInfo.InvariantCulture);
}
