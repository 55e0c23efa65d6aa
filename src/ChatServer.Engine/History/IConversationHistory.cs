using ChatServer.Domain.Events;

namespace ChatServer.Engine.History;

/// <summary>The history of one conversation. Events stay in the order in which they were appended.</summary>
/// <remarks>
/// <para>Not thread-safe: owned by the actor that gives the conversation its order, and called in its turns only. Nothing here may block:
/// (1) <see cref="Append"/> and <see cref="Remove"/> are not awaited, and take effect before any later question; (2) a question may be
/// answered later, from any thread, so the owner passes the answer on to the asker instead of awaiting it
/// (<see cref="HistoryAnswers"/>).</para>
/// <para>Which events are worth keeping is decided by <see cref="HistoryRules"/>, before they are appended.</para>
/// </remarks>
public interface IConversationHistory
{
    /// <summary>Keeps an event as the latest of the conversation.</summary>
    /// <param name="chatEvent">The event as it was delivered.</param>
    void Append(ChatEvent chatEvent);

    /// <summary>Reads a part of the conversation.</summary>
    /// <param name="query">Which part.</param>
    /// <returns>The events in their order; null when the query refers to an unknown id.</returns>
    ValueTask<HistoryPage?> ReadAsync(HistoryQuery query);

    /// <summary>Finds an event by its id; null when the id is unknown.</summary>
    /// <param name="messageId">The id, as it was delivered.</param>
    ValueTask<ChatEvent?> FindAsync(MessageId messageId);

    /// <summary>When somebody last spoke, UTC; null when no message is kept. Joins and the like do not count.</summary>
    ValueTask<DateTimeOffset?> LastSpokenAsync();

    /// <summary>Removes an event; does nothing when the id is unknown.</summary>
    /// <param name="messageId">Its id.</param>
    void Remove(MessageId messageId);
}
