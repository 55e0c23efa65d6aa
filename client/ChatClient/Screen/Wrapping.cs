using System.Runtime.InteropServices;
using ChatClient.Terminal;

namespace ChatClient.Screen;

/// <summary>Breaks a line into rows.</summary>
internal static class Wrapping
{
    /// <summary>The rows of a line. A row ends at a space if there is one in its second half, otherwise where it is full.</summary>
    /// <param name="cells">The line.</param>
    /// <param name="width">Width of a row. Unit: columns; at least 2, so that a wide character fits.</param>
    public static IEnumerable<List<Cell>> Rows(List<Cell> cells, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        if (CellText.Width(CollectionsMarshal.AsSpan(cells)) <= width)
        {
            yield return cells;
            yield break;
        }

        for (var start = 0; start < cells.Count;)
        {
            var end = EndOfRow(cells, start, width);
            yield return cells[start..end];

            // The space at a break is not shown.
            start = end < cells.Count && cells[end].Text == " " ? end + 1 : end;
        }
    }

    private static int EndOfRow(List<Cell> cells, int start, int width)
    {
        var columns = 0;
        var end = start;
        var lastBlank = -1;
        while (end < cells.Count && columns + cells[end].Width <= width)
        {
            if (cells[end].Text == " ")
                lastBlank = end;
            columns += cells[end].Width;
            end++;
        }

        if (end == cells.Count || cells[end].Text == " ")
            return end;
        return lastBlank > start + ((end - start) / 2) ? lastBlank + 1 : end;
    }
}
