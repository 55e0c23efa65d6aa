namespace ChatClient.View.Keys;

/// <summary>Sends the input line, brings back earlier lines, and clears the line.</summary>
internal static class Submitting
{
    public static ViewStep Send(ViewState state)
    {
        var current = state.Current;
        if (current.Draft.IsEmpty)
            return new ViewStep(state);

        var text = current.Draft.Text;
        var sent = state.WithCurrent(one => one with { Draft = one.Draft.Clear(), ReplyTo = null, Scroll = null }) with
        {
            History = state.History.With(text),
        };
        return new ViewStep(sent, new Submit(text, current.ReplyTo?.MessageId));
    }

    public static ViewStep Older(ViewState state) => Recall(state, state.History.Older(state.Current.Draft.Text));

    public static ViewStep Newer(ViewState state) => Recall(state, state.History.Newer());

    /// <summary>Ctrl+C clears the line. If it is empty, the user is asked whether to quit.</summary>
    public static ViewStep Interrupt(ViewState state)
    {
        if (!state.Current.Draft.IsEmpty || state.Current.ReplyTo is not null)
            return new ViewStep(state.WithCurrent(current => current with { Draft = current.Draft.Clear(), ReplyTo = null }));
        return new ViewStep(state with { Question = new QuitQuestion() });
    }

    /// <summary>Esc cancels a reply; if there is none, it scrolls to the end.</summary>
    public static ViewStep Escape(ViewState state) =>
        new(state.WithCurrent(current => current.ReplyTo is not null ? current with { ReplyTo = null } : current with { Scroll = null }));

    private static ViewStep Recall(ViewState state, (InputHistory History, string Line)? found) =>
        found is var (history, line)
            ? new ViewStep(state.WithCurrent(current => current with { Draft = current.Draft.Replace(line) }) with { History = history })
            : new ViewStep(state);
}
