using System.Text;
using ChatClient.Terminal;
using ChatClient.Themes;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>Highlights the matches of a search.</summary>
internal static class SearchMarks
{
    /// <summary>Highlights every match in a row. A match that is split between two rows is not highlighted.</summary>
    public static void Mark(Span<Cell> cells, Search? search, Theme theme)
    {
        if (search is not { Words.Length: > 0 })
            return;

        // For each UTF-16 unit of the row's text, the index of its cell.
        var text = new StringBuilder();
        var owners = new List<int>();
        for (var index = 0; index < cells.Length; index++)
        {
            text.Append(cells[index].Text);
            owners.AddRange(Enumerable.Repeat(index, cells[index].Text.Length));
        }

        var row = text.ToString();
        for (var at = 0; (at = row.IndexOf(search.Words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += search.Words.Length)
        {
            foreach (var owner in owners.GetRange(at, search.Words.Length))
                cells[owner] = cells[owner] with { Style = theme.Found };
        }
    }
}
