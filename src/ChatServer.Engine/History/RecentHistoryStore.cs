using ChatServer.Engine.Settings;

namespace ChatServer.Engine.History;

/// <summary>Keeps the latest events of each conversation in memory, for as long as its owner holds on to it.</summary>
/// <remarks>Any thread: it holds nothing itself, and so knows nothing of conversations that were let go.</remarks>
/// <param name="current">How much is kept, as the settings stand when a conversation opens.</param>
/// <param name="clock">The time.</param>
public sealed class RecentHistoryStore(Func<HistorySettings> current, TimeProvider clock) : IHistoryStore
{
    /// <inheritdoc/>
    public IConversationHistory Open(Conversation conversation)
    {
        var settings = current();
        var capacity = conversation is Conversation.InRoom ? settings.EventsPerRoom : settings.EventsPerUser;
        return new RecentHistory(settings.Enabled ? capacity : 0, settings.MaxAge, clock);
    }
}
