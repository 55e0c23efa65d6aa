using ChatClient.Session;

namespace ChatClient;

/// <summary>The last messages of each conversation that can be referred to: those with an id.</summary>
internal sealed class RecentMessages
{
    private const int MostKept = 200;

    private readonly Dictionary<string, LinkedList<Said>> _byConversation = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Records an event.</summary>
    public void Note(SessionEvent happened)
    {
        switch (happened)
        {
            case Said { MessageId: not null } said:
                Add(said);
                break;
            case Redacted redacted:
                Remove(redacted);
                break;
        }
    }

    /// <summary>The newest message of a conversation that fits, or null.</summary>
    public Said? Find(string conversation, Func<Said, bool> fits) =>
        _byConversation.TryGetValue(conversation, out var messages) ? messages.LastOrDefault(fits) : null;

    private void Add(Said said)
    {
        if (!_byConversation.TryGetValue(said.Conversation, out var messages))
            _byConversation[said.Conversation] = messages = [];
        messages.AddLast(said);
        if (messages.Count > MostKept)
            messages.RemoveFirst();
    }

    private void Remove(Redacted redacted)
    {
        if (_byConversation.TryGetValue(redacted.Conversation, out var messages)
            && messages.FirstOrDefault(said => said.MessageId == redacted.MessageId) is { } gone)
            messages.Remove(gone);
    }
}
