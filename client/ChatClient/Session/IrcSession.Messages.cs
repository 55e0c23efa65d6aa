using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private const string BotTag = "bot";

    private readonly SeenMessages _seen = new();

    /// <summary>Forgets which messages of a conversation were seen, because its window was closed or cleared: history may bring them
    /// again.</summary>
    public void Forget(string conversation)
    {
        _seen.Forget(Fold(conversation));
    }

    private void OnSaid(IrcMessage message, MessageKind kind)
    {
        var said = ReadSaid(message, kind);
        var isNew = _seen.Add(Fold(said.Conversation), said.MessageId, said.Time);
        if (!isNew && said.Label is null)
            return;

        Raise(said);
        if (!said.IsOwn && _typing.OnHeard(said.Conversation, said.From.Nick))
            Raise(new TypingChanged(said.Time, said.Conversation, said.From.Nick, TypingState.Done));
        if (said is { Kind: MessageKind.Ctcp, IsOwn: false, From.User.Length: > 0 })
            AnswerCtcp(said);
    }

    // Reads a message without recording it as seen. It may be live or from history.
    private Said ReadSaid(IrcMessage message, MessageKind kind)
    {
        var text = Parameter(message, 1);
        if (text.StartsWith(CtcpMark))
            (kind, text) = ReadCtcp(kind, text.Trim(CtcpMark));
        var label = _batches.LabelOf(message);
        return SaidOf(TimeOf(message), SourceOf(message), Parameter(message, 0), kind, text) with
        {
            MessageId = Tag(message, "msgid"),
            Account = Tag(message, "account"),
            ReplyTo = ReplyTag(message),
            Label = label is not null && _labelled.ContainsKey(label) ? label : null,
            IsBot = message.Tags.ContainsKey(BotTag),
        };
    }

    private Said SaidOf(DateTimeOffset time, UserSource from, string target, MessageKind kind, string text)
    {
        var isOwn = IsSelf(from.Nick);
        var room = target.TrimStart([.. Features.RankPrefixes]);
        var audience = Features.IsRoom(room) ? target[..^room.Length] : string.Empty;
        return new Said(time, ConversationOf(target, from.Nick, isOwn), from, kind, text, isOwn) { Audience = audience };
    }

    // A message to some ranks of a room (@#room: to its operators) belongs to that room.
    private string ConversationOf(string target, string from, bool isOwn)
    {
        var room = target.TrimStart([.. Features.RankPrefixes]);
        if (Features.IsRoom(room))
            return Rooms.TryGetValue(room, out var known) ? known.Name : room;
        return isOwn ? target : from;
    }

    // A CTCP answer is sent as a NOTICE, so it is treated like any other notice.
    private static (MessageKind Kind, string Text) ReadCtcp(MessageKind kind, string request) =>
        kind == MessageKind.Notice ? (kind, request)
        : request.StartsWith("ACTION ", StringComparison.OrdinalIgnoreCase) ? (MessageKind.Action, request["ACTION ".Length..])
        : (MessageKind.Ctcp, request);

    private string Fold(string name) => Features.CaseMapping.Fold(name);

    private static string? Tag(IrcMessage message, string key) =>
        message.Tags.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    private static string? ReplyTag(IrcMessage message) => Tag(message, "+reply") ?? Tag(message, "+draft/reply");

    private IReadOnlyDictionary<string, string> TagsFor(string? replyTo) =>
        replyTo is null || !CanTag
            ? ImmutableDictionary<string, string>.Empty
            : new Dictionary<string, string> { ["+reply"] = replyTo, ["+draft/reply"] = replyTo };
}
