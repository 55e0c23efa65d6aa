namespace ChatClient.Session;

/// <summary>Which messages were shown. A message that comes both live and from history is shown once.</summary>
/// <remarks>Conversations are keyed by folded name. For each, the ids of the last <see cref="MostIds"/> messages are kept.</remarks>
internal sealed class SeenMessages
{
    private const int MostIds = 4096;

    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);

    /// <summary>Records a message.</summary>
    /// <returns>False if it was seen before. A message without an id always counts as new.</returns>
    public bool Add(string conversation, string? messageId, DateTimeOffset time)
    {
        if (!_conversations.TryGetValue(conversation, out var seen))
            _conversations[conversation] = seen = new Conversation();
        if (time > seen.Last)
            seen.Last = time;
        if (messageId is null)
            return true;
        if (!seen.Ids.Add(messageId))
            return false;

        seen.Order.Enqueue(messageId);
        if (seen.Order.Count > MostIds)
            seen.Ids.Remove(seen.Order.Dequeue());
        return true;
    }

    /// <summary>Whether a message was seen before.</summary>
    public bool Has(string conversation, string? messageId) =>
        messageId is not null && _conversations.TryGetValue(conversation, out var seen) && seen.Ids.Contains(messageId);

    /// <summary>Records when a room was entered: messages before that are not missed.</summary>
    public void Begin(string conversation, DateTimeOffset time) => Add(conversation, null, time);

    /// <summary>Time of the last message of a conversation; null if there was none.</summary>
    public DateTimeOffset? LastOf(string conversation) => _conversations.TryGetValue(conversation, out var seen) ? seen.Last : null;

    /// <summary>Time of the last message in any conversation; null if there was none.</summary>
    public DateTimeOffset? Last() => _conversations.Count == 0 ? null : _conversations.Values.Max(seen => seen.Last);

    /// <summary>Forgets a conversation.</summary>
    public void Forget(string conversation) => _conversations.Remove(conversation);

    private sealed class Conversation
    {
        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public Queue<string> Order { get; } = new();

        public DateTimeOffset Last { get; set; }
    }
}
