using ChatServer.Engine.Settings;

namespace ChatServer.Engine.History;

/// <summary>Keeps the latest events of each conversation in memory, for as long as its owner holds on to it.</summary>
/// <remarks>Any thread: it holds nothing itself, and so knows nothing of conversations that were let go.</remarks>
/// <param name="current">What the settings say now: conversations follow them.</param>
/// <param name="clock">The time.</param>
public sealed class RecentHistoryStore(Func<HistorySettings> current, TimeProvider clock) : IHistoryStore
{
    /// <inheritdoc/>
    public IConversationHistory Open(Conversation conversation)
    {
        var isRoom = conversation is Conversation.InRoom;
        return new RecentHistory(Limits, clock);

        HistoryLimits Limits()
        {
            var settings = current();
            var events = isRoom ? settings.EventsPerRoom : settings.EventsPerUser;
            return new HistoryLimits(settings.Enabled ? events : 0, settings.MaxAge);
        }
    }
}
