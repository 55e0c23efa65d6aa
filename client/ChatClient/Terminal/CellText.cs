using System.Collections.Immutable;
using System.Globalization;

namespace ChatClient.Terminal;

/// <summary>Turns text into cells.</summary>
internal static class CellText
{
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    /// <summary>One cell for each visible cluster. The result is safe to print: control characters become U+FFFD. Invisible characters
    /// are left out, among them those that change the direction of text.</summary>
    public static ImmutableArray<Cell> Of(string text, Style style)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>(text.Length);
        Append(cells, text, style);
        return cells.DrainToImmutable();
    }

    /// <summary>Does the same as <see cref="Of"/>, but appends to a list.</summary>
    public static void Append(ICollection<Cell> cells, string text, Style style)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = UnicodeWidth.ClusterLength(text, i);
            if (length == 1 && text[i] < Ascii.Length)
                cells.Add(new Cell(AsciiText(text[i]), style, 1));
            else
                AppendCluster(cells, text.Substring(i, length), style);
            i += length;
        }
    }

    private static string AsciiText(char letter) => letter == '\t' ? " " : char.IsControl(letter) ? "\ufffd" : Ascii[letter];

    private static void AppendCluster(ICollection<Cell> cells, string cluster, Style style)
    {
        if (char.IsControl(cluster[0]) || char.IsSurrogate(cluster[0]) && cluster.Length == 1)
        {
            cells.Add(new Cell("\ufffd", style, 1));
            return;
        }

        var width = UnicodeWidth.OfCluster(cluster);
        if (width > 0)
            cells.Add(new Cell(cluster, style, width));
        else if (CharUnicodeInfo.GetUnicodeCategory(cluster, 0) != UnicodeCategory.Format)
            cells.Add(new Cell("\u25cc" + cluster, style, 1)); // a combining mark without a base character
    }

    /// <summary>Width of some cells. Unit: columns.</summary>
    public static int Width(ReadOnlySpan<Cell> cells)
    {
        var columns = 0;
        foreach (var cell in cells)
            columns += cell.Width;
        return columns;
    }
}
