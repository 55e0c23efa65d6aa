using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>Changes the view when the terminal reports a key, a paste or a change of focus.</summary>
internal static class InputUpdates
{
    /// <summary>The view after an input.</summary>
    public static ViewStep Apply(this ViewState state, TerminalInput input) =>
        input switch
        {
            KeyPressed(var key) => state.OnKey(key),
            Pasted(var text) => OnPasted(state, text),
            FocusChanged(var hasFocus) => OnFocus(state, hasFocus),
            _ => new ViewStep(state),
        };

    private static ViewStep OnKey(this ViewState state, Key key)
    {
        if (state.Question is { } question)
            return Questions.OnKey(state, question, key);
        if (state.Search is { } search)
            return Searching.OnKey(state, search, key);
        if (state.Chosen is not null && Choosing.OnKey(state, key) is { } chosen)
            return chosen;

        // Any key other than Tab accepts the completion.
        if (key.Name != KeyName.Tab)
            state = state with { Completion = null };
        if (KeyTable.Find(key) is { } run)
            return run(state);
        if (key is { Name: KeyName.Character, Modifiers: KeyModifiers.None })
            return new ViewStep(state.WithCurrent(current => current with { Draft = current.Draft.Insert(key.Text) }));
        return key.Name == KeyName.Escape ? Submitting.Escape(state) : new ViewStep(state);
    }

    private static ViewStep OnPasted(ViewState state, string text)
    {
        if (state.Search is { } search)
            return new ViewStep(Searching.For(state, search.Words + text.Split('\n')[0]));
        if (state.Question is not null)
            return new ViewStep(state);

        text = text.TrimEnd('\n');
        var lines = text.Count(letter => letter == '\n') + 1;
        if (lines > 1)
            return new ViewStep(state with { Question = new PasteQuestion(text, lines) });
        return new ViewStep(state.WithCurrent(current => current with { Draft = current.Draft.Insert(text) }));
    }

    // While the window has no focus, new entries are unread. They come after the "new" line.
    private static ViewStep OnFocus(ViewState state, bool hasFocus) =>
        new((hasFocus ? state.Looked() : state.WithCurrent(current => current.Seen())) with { HasFocus = hasFocus });
}
