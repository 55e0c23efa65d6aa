using ChatServer.Engine.Settings;

namespace ChatServer.Engine.History;

/// <summary>Keeps the latest events of each conversation in memory, for as long as its owner holds on to it.</summary>
/// <remarks>Any thread: it holds nothing itself, and so knows nothing of conversations that were let go.</remarks>
/// <param name="settings">How much is kept.</param>
/// <param name="clock">The time.</param>
public sealed class RecentHistoryStore(HistorySettings settings, TimeProvider clock) : IHistoryStore
{
    /// <inheritdoc/>
    public IConversationHistory Open(Conversation conversation)
    {
        var capacity = conversation is Conversation.InRoom ? settings.EventsPerRoom : settings.EventsPerUser;
        return new RecentHistory(settings.Enabled ? capacity : 0, settings.MaxAge, clock);
    }
}
