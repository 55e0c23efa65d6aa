using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>We sent a message that the server has not confirmed yet. A <see cref="Said"/> with the same label confirms it; a
/// <see cref="Refused"/> or <see cref="Unconfirmed"/> with that label means that it failed.</summary>
/// <remarks>Only with echo-message and labeled-response. Without them, a <see cref="Said"/> is raised at once.</remarks>
/// <param name="Time">When it was sent, by our clock.</param>
/// <param name="Conversation">The conversation that it belongs to.</param>
/// <param name="Label">Identifies the message; unique in a run of the program.</param>
/// <param name="Kind">The kind of message.</param>
/// <param name="Text">The text; may have several lines.</param>
/// <param name="ReplyTo">Id of the message that it replies to, or null.</param>
internal sealed record Pending(DateTimeOffset Time, string Conversation, string Label, MessageKind Kind, string Text, string? ReplyTo)
    : SessionEvent(Time);

/// <summary>Someone, maybe we, sent a message.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The room, or the other person in a private conversation.</param>
/// <param name="From">The sender.</param>
/// <param name="Kind">The kind of message.</param>
/// <param name="Text">The text, without CTCP framing; <c>\n</c> separates lines.</param>
/// <param name="IsOwn">Whether we sent it.</param>
internal sealed record Said(DateTimeOffset Time, string Conversation, UserSource From, MessageKind Kind, string Text, bool IsOwn)
    : SessionEvent(Time)
{
    /// <summary>The server's id of the message, which replies and reactions refer to; or null. Source: IRCv3 message-ids.</summary>
    public string? MessageId { get; init; }

    /// <summary>The sender's account, if the server says. Source: IRCv3 account-tag.</summary>
    public string? Account { get; init; }

    /// <summary>Id of the message that this one replies to, or null. Source: IRCv3 reply.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The label of our <see cref="Pending"/> message that this one confirms and replaces; or null.</summary>
    public string? Label { get; init; }

    /// <summary>The prefix, such as <c>@</c>, of the ranks that it was sent to; empty if it was sent to everyone.</summary>
    public string Audience { get; init; } = string.Empty;

    /// <summary>Whether a program sent it. Source: IRCv3 bot-mode.</summary>
    public bool IsBot { get; init; }
}

/// <summary>The server refused something, with an error numeric or FAIL.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="About">The nick, room or command that it is about; may be empty.</param>
/// <param name="Reason">The reason, in the server's words.</param>
/// <param name="Unsent">The message that was not delivered, if the server says which (IRCv3 labeled-response); or null.</param>
internal sealed record Refused(DateTimeOffset Time, string About, string Reason, string? Unsent) : SessionEvent(Time)
{
    /// <summary>The label of the <see cref="Pending"/> message that was not delivered, or null.</summary>
    public string? Label { get; init; }
}

/// <summary>The connection broke before the server confirmed a message, so it is unknown whether it arrived.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The conversation that it belongs to.</param>
/// <param name="Label">The label of the <see cref="Pending"/> message.</param>
/// <param name="Text">The text of the message.</param>
internal sealed record Unconfirmed(DateTimeOffset Time, string Conversation, string Label, string Text) : SessionEvent(Time);

/// <summary>Someone, maybe we, reacted to a message or removed a reaction. Source: IRCv3 react.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="From">Who reacted.</param>
/// <param name="MessageId">Id of the message reacted to. We may never have received that message.</param>
/// <param name="Reaction">Usually an emoji, but any text is possible.</param>
/// <param name="IsRemoval">Whether the reaction was removed.</param>
/// <param name="IsOwn">Whether the reaction is ours.</param>
internal sealed record Reacted(
    DateTimeOffset Time, string Conversation, UserSource From, string MessageId, string Reaction, bool IsRemoval, bool IsOwn)
    : SessionEvent(Time);

/// <summary>A message was deleted. Source: IRCv3 message-redaction.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="By">Who deleted it: the author or an operator.</param>
/// <param name="MessageId">Id of the message. We may never have received that message.</param>
/// <param name="Reason">The reason, or empty.</param>
internal sealed record Redacted(DateTimeOffset Time, string Conversation, UserSource By, string MessageId, string Reason)
    : SessionEvent(Time);

/// <summary>Someone else started, paused or stopped typing. Without news for a while, they count as stopped.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="Nick">Their nick; never ours.</param>
/// <param name="State">The new state.</param>
internal sealed record TypingChanged(DateTimeOffset Time, string Conversation, string Nick, TypingState State) : SessionEvent(Time);

/// <summary>How far the user has read a conversation, here or on another client. Source: IRCv3 read-marker.</summary>
/// <param name="Time">When the server reported it.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="ReadUpTo">Time of the last message read; null if none is known.</param>
internal sealed record ReadMarkerMoved(DateTimeOffset Time, string Conversation, DateTimeOffset? ReadUpTo) : SessionEvent(Time);
