using ChatClient.Screen;

namespace ChatClient.View.Keys;

/// <summary>Scrolls through a conversation.</summary>
internal static class Scrolling
{
    // Older messages are requested when the first known one is this many screens away.
    private const int ScreensAhead = 3;

    public static ViewStep PageUp(ViewState state)
    {
        var (window, page) = Window(state);
        var scrolled = state.WithCurrent(current => current with { Scroll = window.Older(page).Anchor });
        return window.Older(page * ScreensAhead).IsAtTop ? LoadOlder(scrolled) : new ViewStep(scrolled);
    }

    public static ViewStep PageDown(ViewState state)
    {
        var (window, page) = Window(state);
        return new ViewStep(state.WithCurrent(current => current with { Scroll = window.Newer(page) }));
    }

    public static ViewStep ToTop(ViewState state)
    {
        var (window, _) = Window(state);
        return LoadOlder(state.WithCurrent(current => current with { Scroll = window.Older(int.MaxValue / 2).Anchor }));
    }

    public static ViewStep ToEnd(ViewState state) => new(state.WithCurrent(current => current with { Scroll = null }));

    /// <summary>Scrolls so that an entry is in the middle, unless it is already visible.</summary>
    public static ViewState To(ViewState state, int index)
    {
        var (window, _) = Window(state);
        return window.Shows(index) ? state : state.WithCurrent(current => current with { Scroll = window.Around(index) });
    }

    private static ViewStep LoadOlder(ViewState state) =>
        state.Current is { Older: OlderHistory.Unknown, Kind: not ConversationKind.Server } current && state.Link.Phase == LinkPhase.Online
            ? new ViewStep(state.WithCurrent(one => one with { Older = OlderHistory.Loading }), new LoadOlder(current.Name))
            : new ViewStep(state);

    // Scrolling by a page keeps two rows visible.
    private static (RowWindow Window, int Page) Window(ViewState state)
    {
        var layout = ScreenLayout.Of(state);
        return (new RowWindow(state, layout), Math.Max(1, layout.Rows - 2));
    }
}
