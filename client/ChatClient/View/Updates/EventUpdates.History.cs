using ChatClient.Session;

namespace ChatClient.View.Updates;

internal static partial class EventUpdates
{
    private static ViewState OnHistory(this ViewState state, HistoryReceived history)
    {
        var (opened, index) = state.Open(history.Conversation);
        var conversation = opened.Conversations[index];
        var (entries, nextId) = opened.EntriesOf(history, conversation);

        conversation = history.Span == HistorySpan.Before ? conversation.Prepend(entries) : conversation.Merge(entries);
        conversation = history.Entries.Aggregate(conversation, Annotate) with
        {
            Older = history.Span == HistorySpan.After ? conversation.Older : history.IsComplete ? OlderHistory.None : OlderHistory.Unknown,
        };
        if (history.Span == HistorySpan.After && index != opened.CurrentIndex)
            conversation = Missed(conversation, entries);
        else if (history.Span == HistorySpan.Latest && index != opened.CurrentIndex)
            conversation = CountUnread(conversation);
        return opened.With(index, conversation) with { NextId = nextId };
    }

    private static ViewState OnHistoryRefused(this ViewState state, HistoryRefused refused) =>
        state.Change(refused.Conversation, conversation => conversation with { Older = OlderHistory.None });

    // People who come and go are combined into one entry, as they are live.
    private static (List<Entry> Entries, long NextId) EntriesOf(this ViewState state, HistoryReceived history, Conversation conversation)
    {
        var folded = new Conversation(conversation.Name, conversation.Kind, conversation.Members) { Entries = [] };
        var isOlder = history.Span == HistorySpan.Before;
        foreach (var happened in history.Entries)
        {
            // Messages that are already shown were removed by id. Other events have no id, so their time has to decide.
            if (isOlder && happened is not Said && conversation.Entries is [var oldest, ..] && happened.Time >= oldest.Time)
                continue;

            // A reply may answer a message in this piece of history, or one that was already shown.
            if (state.PastEntryOf(happened, folded, conversation) is not { } entry)
                continue;

            folded = folded.Append(entry);
            state = state with { NextId = state.NextId + 1 };
        }

        return ([.. folded.Entries], state.NextId);
    }

    private static Entry? PastEntryOf(this ViewState state, SessionEvent happened, params ReadOnlySpan<Conversation> known) =>
        happened switch
        {
            Said said => state.EntryOf(said, known),
            Joined { IsSelf: false } e => state.PassageEntry(e.Time, new Passage(PassageKind.Joined, e.Who.Nick, string.Empty)),
            Parted e => state.PassageEntry(e.Time, new Passage(PassageKind.Left, e.Who.Nick, e.Reason)),
            Departed e => state.PassageEntry(e.Time, new Passage(PassageKind.Left, e.Who.Nick, e.Reason)),
            Renamed e => state.PassageEntry(e.Time, new Passage(PassageKind.Renamed, e.OldNick, e.NewNick)),
            Kicked e => state.InfoEntry(e.Time, $"{e.By.Nick} kicked {e.Nick}{Because(e.Reason)}"),
            TopicChanged e => state.InfoEntry(e.Time, TopicText(e)),
            ModesChanged e => state.InfoEntry(e.Time, $"{e.By.Nick} set mode {e.Change}"),
            _ => null,
        };

    private static Conversation Annotate(Conversation conversation, SessionEvent happened) =>
        happened switch
        {
            Reacted reacted => React(conversation, reacted),
            Redacted redacted => Redact(conversation, redacted),
            _ => conversation,
        };

    // Messages sent while there was no connection count as unread.
    private static Conversation Missed(Conversation conversation, List<Entry> entries)
    {
        var fresh = entries.Where(entry => entry.IsSpeech && !entry.IsOwn).ToList();
        var isPrivate = conversation.Kind == ConversationKind.Private;
        return conversation with
        {
            Unread = conversation.Unread + fresh.Count,
            Mentions = conversation.Mentions + fresh.Count(entry => isPrivate || entry.IsMention),
        };
    }

    private static Entry InfoEntry(this ViewState state, DateTimeOffset time, string text) =>
        new(state.NextId, time, EntryKind.Info, string.Empty, text);

    private static Entry PassageEntry(this ViewState state, DateTimeOffset time, Passage passage) =>
        new(state.NextId, time, EntryKind.Passages, string.Empty, string.Empty) { Passages = [passage] };
}
