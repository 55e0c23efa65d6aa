using ChatClient.Session;

namespace ChatClient.View.Updates;

/// <summary>Changes the view when the session reports an event.</summary>
internal static partial class EventUpdates
{
    /// <summary>The view after an event.</summary>
    public static ViewState Apply(this ViewState state, SessionEvent happened) =>
        happened switch
        {
            Pending e => state.OnPending(e),
            Said e => state.OnSaid(e),
            Refused e => state.OnRefused(e),
            Unconfirmed e => state.OnUnconfirmed(e),
            Reacted e => state.OnReacted(e),
            Redacted e => state.OnRedacted(e),
            TypingChanged e => state.OnTyping(e),
            ReadMarkerMoved e => state.OnReadMarker(e),
            HistoryReceived e => state.OnHistory(e),
            HistoryRefused e => state.OnHistoryRefused(e),
            Joined e => state.OnJoined(e),
            JoinRefused e => state.OnJoinRefused(e),
            Parted e => state.OnParted(e),
            Kicked e => state.OnKicked(e),
            TopicShown e => state.OnTopicShown(e),
            NamesListed e => state.NoteIn(e.Room, e.Time, PeopleText(e)),
            TopicChanged e => state.OnTopicChanged(e),
            ModesChanged e => state.OnModesChanged(e),
            Invited e => state.Note(state.CurrentIndex, e.Time, $"{e.By.Nick} invites {e.Nick} to {e.Room}"),
            RoomRenamed e => state.OnRoomRenamed(e),
            Departed e => state.OnDeparted(e),
            Renamed e => state.OnRenamed(e),
            NetworkSplit e => state.OnSplit(e),
            NetworkJoined e => state.OnNetworkJoined(e),
            AwayChanged e => state.OnAway(e),
            FriendSeen e => state.OnFriend(e),
            ReplyReceived e => state.OnReply(e),
            ServerRemark e => state.Note(state.CurrentIndex, e.Time, e.Text),
            _ => state.OnConnectionEvent(happened),
        };

    /// <summary>Adds a text of the program or the server to a conversation.</summary>
    public static ViewState Note(
        this ViewState state, int index, DateTimeOffset time, string text, EntryKind kind = EntryKind.Info)
    {
        var entry = new Entry(state.NextId, time, kind, string.Empty, text);
        return state.With(index, state.Conversations[index].Append(entry)) with { NextId = state.NextId + 1 };
    }

    /// <summary>Adds a text to a room or private conversation; to the current one if there is none of that name.</summary>
    public static ViewState NoteIn(
        this ViewState state, string name, DateTimeOffset time, string text, EntryKind kind = EntryKind.Info) =>
        state.Note(state.IndexOf(name) is var index and >= 0 ? index : state.CurrentIndex, time, text, kind);

    private static ViewState Change(this ViewState state, string name, Func<Conversation, Conversation> change) =>
        state.IndexOf(name) is var index and >= 0 ? state.With(index, change(state.Conversations[index])) : state;

    private static ViewState ChangeAll(this ViewState state, Func<Conversation, Conversation> change) =>
        state with { Conversations = state.Conversations.ConvertAll(change) };

    private static string Because(string reason) => reason.Trim() is "" or "Quit:" ? string.Empty : $" ({reason})";
}
