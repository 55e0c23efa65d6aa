using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>Searches the entries of a conversation that are here, newest first.</summary>
internal static class Searching
{
    public static ViewStep Begin(ViewState state) => new(state with { Search = new Search(string.Empty), Chosen = null });

    public static ViewStep OnKey(ViewState state, Search search, Key key) =>
        key switch
        {
            { Name: KeyName.Escape } or { Text: "c", Modifiers: KeyModifiers.Control } => End(state),
            { Name: KeyName.Enter or KeyName.Up } or { Text: "f" or "r", Modifiers: KeyModifiers.Control } => Go(state, search, -1),
            { Name: KeyName.Down } => Go(state, search, 1),
            { Name: KeyName.Backspace } => new ViewStep(For(state, InputLine.Empty.Replace(search.Words).Backspace().Text)),
            { Name: KeyName.PageUp } => Scrolling.PageUp(state),
            { Name: KeyName.PageDown } => Scrolling.PageDown(state),
            { Name: KeyName.Character, Modifiers: KeyModifiers.None } => new ViewStep(For(state, search.Words + key.Text)),
            _ => new ViewStep(state),
        };

    /// <summary>Searches for a text, starting at the last match.</summary>
    public static ViewState For(ViewState state, string words)
    {
        var search = new Search(words, state.Search?.FoundId);
        if (words.Length == 0)
            return state with { Search = new Search(words) };

        var from = search.FoundId is { } id ? state.Current.IndexOf(entry => entry.Id == id) : state.Current.Entries.Count - 1;
        return Found(state, search, IndexFrom(state, search, from, -1));
    }

    private static ViewStep Go(ViewState state, Search search, int step)
    {
        var last = search.FoundId is { } id ? state.Current.IndexOf(entry => entry.Id == id) : state.Current.Entries.Count;
        return new ViewStep(Found(state, search, IndexFrom(state, search, last + step, step)));
    }

    private static ViewState Found(ViewState state, Search search, int index) =>
        index < 0
            ? state with { Search = search with { IsInVain = true } }
            : Scrolling.To(state with { Search = search with { FoundId = state.Current.Entries[index].Id, IsInVain = false } }, index);

    private static int IndexFrom(ViewState state, Search search, int from, int step)
    {
        var entries = state.Current.Entries;
        for (var index = from; index >= 0 && index < entries.Count; index += step)
        {
            if (search.Fits(entries[index]))
                return index;
        }

        return -1;
    }

    // The scroll position stays at the last match.
    private static ViewStep End(ViewState state) => new(state with { Search = null });
}
