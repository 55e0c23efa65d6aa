namespace ChatClient.View.Keys;

/// <summary>Completes the word before the cursor.</summary>
internal static class Completing
{
    public static ViewStep Run(ViewState state, int step)
    {
        var line = state.Current.Draft;
        var completion = state.Completion is { } begun && begun.Given.Text == line.Text && begun.Given.Cursor == line.Cursor
            ? begun.Next(step)
            : Completion.Begin(line, SourcesOf(state));
        return completion is null
            ? new ViewStep(state)
            : new ViewStep(state.WithCurrent(current => current with { Draft = completion.Given }) with { Completion = completion });
    }

    private static CompletionSources SourcesOf(ViewState state)
    {
        var current = state.Current;
        var others = current.Kind == ConversationKind.Private ? [current.Name] : current.Members.Sorted.Select(member => member.Nick);
        return new CompletionSources(
            current.Speakers.Where(nick => current.Members.Find(nick) is not null)
                .Concat(others.Order(StringComparer.OrdinalIgnoreCase))
                .Where(nick => !state.Features.CaseMapping.Equals(nick, state.Nick)),
            state.Conversations.Where(one => one.Kind == ConversationKind.Room).Select(one => one.Name),
            state.Commands,
            state.Features.RoomPrefixes);
    }
}
