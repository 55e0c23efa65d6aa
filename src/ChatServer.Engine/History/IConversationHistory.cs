using ChatServer.Domain.Events;

namespace ChatServer.Engine.History;

/// <summary>What is kept of one conversation. The order in which events are appended is their order for ever.</summary>
/// <remarks>
/// <para>Not thread-safe: owned by the actor that gives the conversation its order, and called in its turns only. Nothing here may block:
/// (1) <see cref="Append"/> and <see cref="Remove"/> are told, not awaited, and take effect before whatever is asked later;
/// (2) what is asked may be answered later, from any thread, so the owner passes it on to the asker instead of awaiting it
/// (<see cref="HistoryAnswers"/>).</para>
/// <para>Which events are worth keeping is decided by <see cref="HistoryRules"/>, before they are appended.</para>
/// </remarks>
public interface IConversationHistory
{
    /// <summary>Keeps an event as the latest of the conversation.</summary>
    /// <param name="chatEvent">The event as it was told to everybody.</param>
    void Append(ChatEvent chatEvent);

    /// <summary>Reads a part of the conversation.</summary>
    /// <param name="query">Which part.</param>
    /// <returns>The events in their order; null when the query refers to an id that is not known here.</returns>
    ValueTask<HistoryPage?> ReadAsync(HistoryQuery query);

    /// <summary>Finds an event by its id; null when it is not known here.</summary>
    /// <param name="messageId">The id, as it was told to everybody.</param>
    ValueTask<ChatEvent?> FindAsync(string messageId);

    /// <summary>When somebody last spoke, UTC; null when nothing that was said is kept. Joins and the like do not count.</summary>
    ValueTask<DateTimeOffset?> LastSpokenAsync();

    /// <summary>Forgets an event; nothing happens when it is not known here.</summary>
    /// <param name="messageId">Its id.</param>
    void Remove(string messageId);
}
