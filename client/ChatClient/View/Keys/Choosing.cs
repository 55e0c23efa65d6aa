using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>Chooses a message, to answer it, to react to it or to take it back.</summary>
internal static class Choosing
{
    /// <summary>To the message before the chosen one, or behind it.</summary>
    public static ViewStep Move(ViewState state, int step)
    {
        var entries = state.Current.Entries;
        var from = state.Chosen is { } id ? state.Current.IndexOf(entry => entry.Id == id) : entries.Count;
        for (var index = from + step; index >= 0 && index < entries.Count; index += step)
        {
            if (entries[index].IsSpeech)
                return new ViewStep(Scrolling.To(state with { Chosen = entries[index].Id }, index));
        }

        return new ViewStep(step > 0 ? state with { Chosen = null } : state);
    }

    /// <summary>A key while a message is chosen; null if it has no meaning then.</summary>
    public static ViewStep? OnKey(ViewState state, Key key)
    {
        var index = state.Current.IndexOf(entry => entry.Id == state.Chosen);
        if (index < 0)
            return null;

        var chosen = state.Current.Entries[index];
        var done = state with { Chosen = null };
        return key switch
        {
            { Name: KeyName.Escape } => new ViewStep(done),
            { Name: KeyName.Up } => Move(state, -1),
            { Name: KeyName.Down } => Move(state, 1),
            { Name: KeyName.Enter } or { Name: KeyName.Character, Text: "r", Modifiers: KeyModifiers.None } => Reply(done, chosen),
            { Name: KeyName.Character, Text: "+" or "e", Modifiers: KeyModifiers.None } when chosen.MessageId is { } id =>
                new ViewStep(state with { Question = new ReactionQuestion(id, string.Empty) }),
            { Name: KeyName.Delete } when chosen.MessageId is { } id => new ViewStep(done, new TakeBack(id)),
            { Name: KeyName.Character, Modifiers: KeyModifiers.None } => new ViewStep(state),
            _ => null,
        };
    }

    // Without an id there is nothing to refer to; calling the nick is what people did before.
    private static ViewStep Reply(ViewState state, Entry chosen) =>
        new(state.WithCurrent(current => chosen.MessageId is null
            ? current with { Draft = current.Draft.Replace($"{chosen.Nick}: {current.Draft.Text}") }
            : current with { ReplyTo = chosen }));
}
