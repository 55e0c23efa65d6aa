using ChatServer.Protocol;

namespace ChatClient.Session;

// Information about messages: reactions, redactions, typing, and how far the user has read.
internal sealed partial class IrcSession
{
    private const string ReactTag = "+draft/react";
    private const string UnreactTag = "+draft/unreact";
    private const string TypingTag = "+typing";

    private readonly TypingTracker _typing = new();
    private readonly Dictionary<string, DateTimeOffset> _readMarkers = new(StringComparer.Ordinal);

    /// <summary>Whether replies, reactions and typing notices can be sent.</summary>
    public bool CanTag => _enabled.Contains("message-tags");

    /// <summary>Whether messages can be deleted.</summary>
    public bool CanRedact => _enabled.Contains("draft/message-redaction");

    /// <summary>Time up to which the user has read a conversation; null if unknown.</summary>
    public DateTimeOffset? ReadMarkerOf(string conversation)
    {
        return _readMarkers.TryGetValue(Fold(conversation), out var time) ? time : null;
    }

    /// <summary>Reacts to a message. Does nothing unless <see cref="CanTag"/>.</summary>
    /// <param name="conversation">The conversation of the message.</param>
    /// <param name="messageId">Id of the message.</param>
    /// <param name="reaction">An emoji, or any text.</param>
    /// <param name="isRemoval">Whether to remove the reaction.</param>
    public SessionStep React(string conversation, string messageId, string reaction, bool isRemoval = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        ArgumentException.ThrowIfNullOrEmpty(reaction);
        if (CanTag)
        {
            var tags = new Dictionary<string, string>(TagsFor(messageId)) { [isRemoval ? UnreactTag : ReactTag] = reaction };
            Queue(new Outgoing([new IrcMessage("TAGMSG", conversation) { Tags = tags }]));
        }

        return TakeStep();
    }

    /// <summary>Deletes a message. Does nothing unless <see cref="CanRedact"/>.</summary>
    /// <param name="conversation">The conversation of the message.</param>
    /// <param name="messageId">Id of the message.</param>
    /// <param name="reason">The reason; may be empty.</param>
    public SessionStep Redact(string conversation, string messageId, string reason = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        if (CanRedact)
        {
            string[] parameters = reason.Length > 0 ? [conversation, messageId, reason] : [conversation, messageId];
            Queue(new Outgoing([new IrcMessage("REDACT", parameters)]));
        }

        return TakeStep();
    }

    /// <summary>Tells others that the user is typing. Call it at every change of the input line; it sends only as often as the
    /// specification allows. Does nothing unless <see cref="CanTag"/>.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="state">The new state; <see cref="TypingState.Done"/> if the line was cleared without being sent.</param>
    public SessionStep Typing(string conversation, TypingState state)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        if (CanTag && Phase == SessionPhase.Ready && _typing.MayTell(conversation, state, _time.GetUtcNow()))
        {
            var tags = new Dictionary<string, string> { [TypingTag] = TypingTracker.WordFor(state) };
            _toSend.Add(new IrcMessage("TAGMSG", conversation) { Tags = tags });
        }

        return TakeStep();
    }

    /// <summary>Tells the server how far the user has read, for the user's other clients. Does nothing if the server does not support it,
    /// or already has a later time.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="readUpTo">Time of the last message read.</param>
    public SessionStep MarkRead(string conversation, DateTimeOffset readUpTo)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        if (_enabled.Contains("draft/read-marker") && !(ReadMarkerOf(conversation) >= readUpTo))
        {
            _readMarkers[Fold(conversation)] = readUpTo;
            Queue(new Outgoing([new IrcMessage("MARKREAD", conversation, WireTime.Reference(readUpTo))]));
        }

        return TakeStep();
    }

    private void OnTagMessage(IrcMessage message)
    {
        var from = SourceOf(message);
        if (ReadReaction(message) is { } reacted)
        {
            if (_seen.Add(Fold(reacted.Conversation), Tag(message, "msgid"), reacted.Time))
                Raise(reacted);
        }
        else if (Tag(message, TypingTag) is { } word && !IsSelf(from.Nick))
        {
            var conversation = ConversationOf(Parameter(message, 0), from.Nick, isOwn: false);
            var state = TypingTracker.StateOf(word);
            if (_typing.OnTyping(conversation, from.Nick, state, _time.GetUtcNow()))
                Raise(new TypingChanged(TimeOf(message), conversation, from.Nick, state));
        }
    }

    private Reacted? ReadReaction(IrcMessage message)
    {
        var reaction = Tag(message, ReactTag);
        if ((reaction ?? Tag(message, UnreactTag)) is not { } text || ReplyTag(message) is not { } target)
            return null;

        var from = SourceOf(message);
        var isOwn = IsSelf(from.Nick);
        var conversation = ConversationOf(Parameter(message, 0), from.Nick, isOwn);
        return new Reacted(TimeOf(message), conversation, from, target, text, IsRemoval: reaction is null, isOwn);
    }

    // REDACT target msgid [:reason]
    private void OnRedact(IrcMessage message) => Raise(ReadRedaction(message));

    private Redacted ReadRedaction(IrcMessage message)
    {
        var by = SourceOf(message);
        var conversation = ConversationOf(Parameter(message, 0), by.Nick, IsSelf(by.Nick));
        return new Redacted(TimeOf(message), conversation, by, Parameter(message, 1), Parameter(message, 2));
    }

    // MARKREAD target (timestamp=... | *)
    private void OnMarkRead(IrcMessage message)
    {
        var conversation = ConversationOf(Parameter(message, 0), string.Empty, isOwn: true);
        var readUpTo = WireTime.FromReference(Parameter(message, 1));
        if (readUpTo is { } time)
            _readMarkers[Fold(conversation)] = time;
        Raise(new ReadMarkerMoved(TimeOf(message), conversation, readUpTo));
    }
}
