namespace ChatClient.View.Keys;

/// <summary>Shows another conversation, and shows or hides the lists beside it.</summary>
internal static class Switching
{
    public static ViewStep Members(ViewState state) => new(state with { WantsMembers = !state.WantsMembers });

    public static ViewStep Sidebar(ViewState state) => new(state with { WantsSidebar = !state.WantsSidebar });

    public static ViewStep By(ViewState state, int step) =>
        new(state.Show((state.CurrentIndex + step + state.Conversations.Count) % state.Conversations.Count));

    public static ViewStep Back(ViewState state) => new(state.Show(Math.Min(state.PreviousIndex, state.Conversations.Count - 1)));

    /// <summary>Shows the next conversation that mentions us; if there is none, the next one with new messages.</summary>
    public static ViewStep ToActivity(ViewState state)
    {
        var others = Enumerable.Range(1, state.Conversations.Count - 1)
            .Select(step => (state.CurrentIndex + step) % state.Conversations.Count)
            .ToList();
        var called = others.FindIndex(index => state.Conversations[index].Mentions > 0);
        var active = called >= 0 ? called : others.FindIndex(index => state.Conversations[index].Unread > 0);
        return new ViewStep(active < 0 ? state : state.Show(others[active]));
    }
}
