using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>We said something that the server has not confirmed yet: a <see cref="Said"/> with the label will, or a
/// <see cref="Refused"/> or <see cref="Unconfirmed"/> with it tells that it went wrong.</summary>
/// <remarks>Only from servers with echo-message and labeled-response; without them a <see cref="Said"/> comes at once.</remarks>
/// <param name="Time">When, by our clock.</param>
/// <param name="Conversation">Where it belongs.</param>
/// <param name="Label">What tells it from others; unique in a run of the program.</param>
/// <param name="Kind">How.</param>
/// <param name="Text">What; may have several lines.</param>
/// <param name="ReplyTo">Id of the message that it answers, or null.</param>
internal sealed record Pending(DateTimeOffset Time, string Conversation, string Label, MessageKind Kind, string Text, string? ReplyTo)
    : SessionEvent(Time);

/// <summary>Someone, maybe we, said something.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where it belongs: the room, or the other party of a private conversation.</param>
/// <param name="From">Who said it.</param>
/// <param name="Kind">How.</param>
/// <param name="Text">What, without CTCP framing. Lines of a message that has several are parted by <c>\n</c>.</param>
/// <param name="IsOwn">Whether we said it.</param>
internal sealed record Said(DateTimeOffset Time, string Conversation, UserSource From, MessageKind Kind, string Text, bool IsOwn)
    : SessionEvent(Time)
{
    /// <summary>The server's id of the message, to which replies and reactions refer; or null. Source: IRCv3 message-ids.</summary>
    public string? MessageId { get; init; }

    /// <summary>The sender's account, if the server says. Source: IRCv3 account-tag.</summary>
    public string? Account { get; init; }

    /// <summary>Id of the message that this one answers, or null. Source: IRCv3 reply.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The label of our own <see cref="Pending"/> message that this one confirms, and replaces; or null.</summary>
    public string? Label { get; init; }

    /// <summary>The ranks it was meant for, as a prefix such as <c>@</c>; empty if for everyone.</summary>
    public string Audience { get; init; } = string.Empty;

    /// <summary>Whether a program sent it. Source: IRCv3 bot-mode.</summary>
    public bool IsBot { get; init; }
}

/// <summary>The server refused something: an error numeric, or FAIL.</summary>
/// <param name="Time">When.</param>
/// <param name="About">What it is about: a nick, a room, a command; may be empty.</param>
/// <param name="Reason">Why, in the server's words.</param>
/// <param name="Unsent">The message that did not get through, if the server says which (IRCv3 labeled-response), or null.</param>
internal sealed record Refused(DateTimeOffset Time, string About, string Reason, string? Unsent) : SessionEvent(Time)
{
    /// <summary>The label of the <see cref="Pending"/> message that did not get through, or null.</summary>
    public string? Label { get; init; }
}

/// <summary>The connection broke before the server confirmed a message: nobody knows whether it arrived.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where it belongs.</param>
/// <param name="Label">The label of the <see cref="Pending"/> message.</param>
/// <param name="Text">What it said.</param>
internal sealed record Unconfirmed(DateTimeOffset Time, string Conversation, string Label, string Text) : SessionEvent(Time);

/// <summary>Someone, maybe we, reacted to a message, or took a reaction back. Source: IRCv3 react.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where.</param>
/// <param name="From">Who.</param>
/// <param name="MessageId">Id of the message reacted to; it may be one that was never seen here.</param>
/// <param name="Reaction">An emoji as a rule, but any text.</param>
/// <param name="IsRemoval">Whether it is taken back.</param>
/// <param name="IsOwn">Whether it is ours.</param>
internal sealed record Reacted(
    DateTimeOffset Time, string Conversation, UserSource From, string MessageId, string Reaction, bool IsRemoval, bool IsOwn)
    : SessionEvent(Time);

/// <summary>A message was taken back. Source: IRCv3 message-redaction.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where.</param>
/// <param name="By">Who did it: the author, or an operator.</param>
/// <param name="MessageId">Id of the message; it may be one that was never seen here.</param>
/// <param name="Reason">Why, or empty.</param>
internal sealed record Redacted(DateTimeOffset Time, string Conversation, UserSource By, string MessageId, string Reason)
    : SessionEvent(Time);

/// <summary>Someone types, pauses, or does not type any more: also when he has gone silent for so long that he must have stopped.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where.</param>
/// <param name="Nick">Who; never we.</param>
/// <param name="State">What.</param>
internal sealed record TypingChanged(DateTimeOffset Time, string Conversation, string Nick, TypingState State) : SessionEvent(Time);

/// <summary>How far we have read a conversation, on this client or another of ours. Source: IRCv3 read-marker.</summary>
/// <param name="Time">When this was said.</param>
/// <param name="Conversation">Which.</param>
/// <param name="ReadUpTo">Time of the last message read; null if none is known.</param>
internal sealed record ReadMarkerMoved(DateTimeOffset Time, string Conversation, DateTimeOffset? ReadUpTo) : SessionEvent(Time);
