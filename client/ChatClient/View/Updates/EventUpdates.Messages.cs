using ChatClient.Session;

namespace ChatClient.View.Updates;

internal static partial class EventUpdates
{
    private static ViewState OnPending(this ViewState state, Pending pending)
    {
        var (opened, index) = state.Open(pending.Conversation);
        var entry = new Entry(opened.NextId, pending.Time, KindOf(pending.Kind), opened.Nick, pending.Text)
        {
            Label = pending.Label,
            Delivery = Delivery.Pending,
            IsOwn = true,
            Quote = QuoteOf(pending.ReplyTo, opened.Conversations[index]),
        };
        return opened.Add(index, entry);
    }

    private static ViewState OnSaid(this ViewState state, Said said)
    {
        if (said.Label is { } label && state.IndexOf(said.Conversation) is var known and >= 0
            && state.Conversations[known].IndexOf(entry => entry.Label == label) >= 0)
            return state.Confirm(known, label, said);

        // A notice opens no conversation. One from a server goes to the server's conversation, any other to the current one.
        var isLoose = said.Kind == MessageKind.Notice && state.IndexOf(said.Conversation) < 0;
        var (opened, index) = isLoose ? (state, said.From.User.Length == 0 ? 0 : state.CurrentIndex) : state.Open(said.Conversation);
        return opened.Add(index, opened.EntryOf(said, opened.Conversations[index]));
    }

    private static ViewState Confirm(this ViewState state, int index, string label, Said said) =>
        state.With(index, state.Conversations[index].Change(entry => entry.Label == label, entry => entry with
        {
            Time = said.Time,
            Text = said.Text,
            MessageId = said.MessageId,
            Label = null,
            Delivery = Delivery.Done,
        }));

    private static Entry EntryOf(this ViewState state, Said said, params ReadOnlySpan<Conversation> known) =>
        new(state.NextId, said.Time, KindOf(said.Kind), said.From.Nick, TextOf(said))
        {
            MessageId = said.MessageId,
            IsOwn = said.IsOwn,
            IsMention = !said.IsOwn && state.Highlights.Append(state.Nick).Any(word => Mentions.IsIn(said.Text, word)),
            Quote = QuoteOf(said.ReplyTo, known),
        };

    private static string TextOf(Said said) =>
        said.Kind == MessageKind.Ctcp ? $"{said.From.Nick} asks your client: {said.Text}"
        : said.Audience.Length > 0 ? $"(to {said.Audience}) {said.Text}"
        : said.Text;

    // A message is unread if the user can't see it: it is in another conversation, or the window has no focus.
    private static ViewState Add(this ViewState state, int index, Entry entry)
    {
        var conversation = state.Conversations[index];
        var isSeen = index == state.CurrentIndex && state.HasFocus;
        var isForUs = entry.IsMention || (conversation.Kind == ConversationKind.Private && entry.Kind != EntryKind.Notice);
        var isNew = !isSeen && !entry.IsOwn;
        var added = conversation.Append(entry) with
        {
            Unread = isNew ? conversation.Unread + 1 : conversation.Unread,
            Mentions = isNew && isForUs ? conversation.Mentions + 1 : conversation.Mentions,
            SeenUpTo = entry.IsOwn ? null : conversation.SeenUpTo,
        };
        return state.With(index, entry.IsOwn ? added : added.Heard(entry.Nick)) with { NextId = state.NextId + 1 };
    }

    private static ViewState OnRefused(this ViewState state, Refused refused)
    {
        if (refused.Label is { } label && state.Fail(label, refused.Reason) is { } failed)
            return failed;

        var text = refused.Unsent is { } unsent ? $"not sent: {refused.Reason} (\"{unsent}\")" : $"{Scope(refused.About)}{refused.Reason}";
        return state.NoteIn(refused.About, refused.Time, text, EntryKind.Error);
    }

    private static ViewState OnUnconfirmed(this ViewState state, Unconfirmed unconfirmed) =>
        state.Fail(unconfirmed.Label, "the connection broke before the server confirmed it") ?? state;

    // Null if no message has the label.
    private static ViewState? Fail(this ViewState state, string label, string reason)
    {
        for (var index = 0; index < state.Conversations.Count; index++)
        {
            var conversation = state.Conversations[index];
            var changed = conversation.Change(
                entry => entry.Label == label,
                entry => entry with { Delivery = Delivery.Failed, Label = null, Remark = reason });
            if (changed != conversation)
                return state.With(index, changed);
        }

        return null;
    }

    private static ViewState OnReacted(this ViewState state, Reacted reacted) =>
        state.Change(reacted.Conversation, conversation => React(conversation, reacted));

    private static Conversation React(Conversation conversation, Reacted reacted) =>
        conversation.Change(
            entry => entry.MessageId == reacted.MessageId,
            entry => entry.WithReaction(reacted.Reaction, reacted.From.Nick, reacted.IsRemoval));

    private static ViewState OnRedacted(this ViewState state, Redacted redacted) =>
        state.Change(redacted.Conversation, conversation => Redact(conversation, redacted));

    private static Conversation Redact(Conversation conversation, Redacted redacted) =>
        conversation.Change(
            entry => entry.MessageId == redacted.MessageId,
            entry => entry with { IsRedacted = true, Reactions = [], Remark = redacted.By.Nick + Because(redacted.Reason) });

    private static ViewState OnTyping(this ViewState state, TypingChanged typing) =>
        state.Change(typing.Conversation, conversation => conversation with
        {
            Typing = typing.State == TypingState.Active ? conversation.Typing.Add(typing.Nick) : conversation.Typing.Remove(typing.Nick),
        });

    // Another of the user's clients has read further than this one, so the unread messages start later.
    private static ViewState OnReadMarker(this ViewState state, ReadMarkerMoved moved)
    {
        var index = state.IndexOf(moved.Conversation);
        if (index < 0 || moved.ReadUpTo is not { } readUpTo)
            return state;

        var conversation = state.Conversations[index] with { ReadUpTo = readUpTo };
        return state.With(index, index == state.CurrentIndex ? conversation : CountUnread(conversation));
    }

    private static Conversation CountUnread(Conversation conversation)
    {
        if (conversation.ReadUpTo is not { } readUpTo)
            return conversation;

        var last = conversation.IndexOf(entry => entry.Time <= readUpTo);
        var fresh = conversation.Entries.Skip(last + 1).Where(entry => entry.IsSpeech && !entry.IsOwn).ToList();
        var isPrivate = conversation.Kind == ConversationKind.Private;
        return conversation with
        {
            Unread = fresh.Count,
            Mentions = fresh.Count(entry => isPrivate || entry.IsMention),
            SeenUpTo = last >= 0 ? conversation.Entries[last].Id : null,
        };
    }

    private static EntryKind KindOf(MessageKind kind) =>
        kind switch
        {
            MessageKind.Action => EntryKind.Action,
            MessageKind.Notice => EntryKind.Notice,
            MessageKind.Ctcp => EntryKind.Info,
            _ => EntryKind.Message,
        };

    private static Quote? QuoteOf(string? messageId, params ReadOnlySpan<Conversation> known)
    {
        if (messageId is null)
            return null;

        foreach (var conversation in known)
        {
            if (conversation.IndexOf(entry => entry.MessageId == messageId) is var index and >= 0)
                return new Quote(conversation.Entries[index].Nick, conversation.Entries[index].Text);
        }

        return new Quote("\u2026", "an older message");
    }

    private static string Scope(string about) => about.Length == 0 ? string.Empty : $"{about}: ";
}
