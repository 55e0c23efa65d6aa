using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>The rows of a conversation that are visible on the screen, and where scrolling leads.</summary>
/// <remarks>Only entries on or near the screen are laid out, so long conversations cost no more to draw.</remarks>
internal sealed class RowWindow
{
    private readonly Conversation _conversation;
    private readonly EntryLayout _layout;
    private readonly int _height;
    private readonly (int Index, int Row) _bottom;

    public RowWindow(ViewState state, ScreenLayout layout)
    {
        _conversation = state.Current;
        _layout = new EntryLayout(state, _conversation, layout.Width);
        _height = Math.Max(1, layout.Rows); // at least one row, so that scrolling works even without room
        _bottom = Bottom();
    }

    /// <summary>The visible rows, from top to bottom. Fewer than fit if the conversation is short.</summary>
    public List<List<Cell>> Visible()
    {
        var rows = Up().Take(_height).Select(place => place.Cells).Reverse().ToList();
        rows.AddRange(Down().Take(_height - rows.Count).Select(place => place.Cells));
        return rows;
    }

    /// <summary>How many entries are below the last visible one.</summary>
    public int EntriesBelow => Math.Max(0, _conversation.Entries.Count - 1 - _bottom.Index);

    /// <summary>The scroll position <paramref name="rows"/> rows up, and whether the oldest row is visible from there.</summary>
    public (ScrollAnchor? Anchor, bool IsAtTop) Older(int rows)
    {
        var places = Up().Take(rows + _height).ToList();
        var by = Math.Min(rows, places.Count - _height);
        var isAtTop = places.Count < rows + _height;
        return by <= 0 ? (_conversation.Scroll, isAtTop) : (AnchorAt(places[by].Index, places[by].Row), isAtTop);
    }

    /// <summary>The scroll position <paramref name="rows"/> rows down; null at the end of the conversation.</summary>
    public ScrollAnchor? Newer(int rows)
    {
        var places = Down().Take(rows + 1).ToList();
        return places.Count <= rows ? null : AnchorAt(places[rows - 1].Index, places[rows - 1].Row);
    }

    /// <summary>The scroll position with an entry in the middle of the screen; null at the end of the conversation.</summary>
    public ScrollAnchor? Around(int index)
    {
        var half = Math.Max(1, _height / 2);
        var below = Down(index, 0).Take(half).ToList();
        return below.Count < half ? null : AnchorAt(below[^1].Index, below[^1].Row);
    }

    /// <summary>Whether any row of an entry is visible.</summary>
    public bool Shows(int index) => Up().Take(_height).Any(place => place.Index == index);

    private ScrollAnchor AnchorAt(int index, int row) => new(_conversation.Entries[index].Id, row);

    private (int Index, int Row) Bottom()
    {
        if (_conversation.Scroll is var (id, row))
        {
            var index = _conversation.IndexOf(entry => entry.Id == id);
            if (index >= 0)
                return (index, Math.Min(row, RowsOf(index).Count - 1));
        }

        var last = _conversation.Entries.Count - 1;
        return last < 0 ? (-1, -1) : (last, RowsOf(last).Count - 1);
    }

    private List<List<Cell>> RowsOf(int index) =>
        _layout.Rows(_conversation.Entries[index], index > 0 ? _conversation.Entries[index - 1] : null);

    private IEnumerable<Place> Up()
    {
        for (var index = _bottom.Index; index >= 0; index--)
        {
            var rows = RowsOf(index);
            var first = index == _bottom.Index ? _bottom.Row : rows.Count - 1;
            for (var row = first; row >= 0; row--)
                yield return new Place(index, row, rows[row]);
        }
    }

    private IEnumerable<Place> Down() => Down(_bottom.Index, _bottom.Row);

    private IEnumerable<Place> Down(int fromIndex, int fromRow)
    {
        for (var index = Math.Max(0, fromIndex); index < _conversation.Entries.Count; index++)
        {
            var rows = RowsOf(index);
            for (var row = index == fromIndex ? fromRow + 1 : 0; row < rows.Count; row++)
                yield return new Place(index, row, rows[row]);
        }
    }

    private readonly record struct Place(int Index, int Row, List<Cell> Cells);
}
