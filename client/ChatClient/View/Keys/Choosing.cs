using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>Selects a message to reply to, react to or delete.</summary>
internal static class Choosing
{
    /// <summary>Selects the previous message with step -1, the next one with step 1.</summary>
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

    /// <summary>Handles a key while a message is selected; null if the key has no special meaning then.</summary>
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

    // A message without an id can't be referred to, so the reply starts with the nick instead.
    private static ViewStep Reply(ViewState state, Entry chosen) =>
        new(state.WithCurrent(current => chosen.MessageId is null
            ? current with { Draft = current.Draft.Replace($"{chosen.Nick}: {current.Draft.Text}") }
            : current with { ReplyTo = chosen }));
}
