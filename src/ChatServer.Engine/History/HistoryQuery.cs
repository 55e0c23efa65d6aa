using ChatServer.Domain.Events;

namespace ChatServer.Engine.History;

/// <summary>Which part of a conversation to read. Whatever the part, events come in the conversation's order.</summary>
/// <param name="Limit">How many events at most; positive.</param>
/// <param name="WithEvents">Whether joins, topics, messages without text and the like are included, or only what was said.</param>
/// <remarks>Source: IRCv3 draft/chathistory, Subcommands; draft/event-playback.</remarks>
public abstract record HistoryQuery(int Limit, bool WithEvents)
{
    /// <summary>The last ones after a point.</summary>
    /// <param name="Since">The point, not included; null for the latest ones.</param>
    /// <param name="Limit">How many.</param>
    /// <param name="WithEvents">Of what kinds.</param>
    public sealed record Latest(HistoryPoint? Since, int Limit, bool WithEvents) : HistoryQuery(Limit, WithEvents);

    /// <summary>The last ones before a point.</summary>
    /// <param name="Point">The point.</param>
    /// <param name="Limit">How many.</param>
    /// <param name="WithEvents">Of what kinds.</param>
    public sealed record Before(HistoryPoint Point, int Limit, bool WithEvents) : HistoryQuery(Limit, WithEvents);

    /// <summary>The first ones after a point.</summary>
    /// <param name="Point">The point.</param>
    /// <param name="Limit">How many.</param>
    /// <param name="WithEvents">Of what kinds.</param>
    public sealed record After(HistoryPoint Point, int Limit, bool WithEvents) : HistoryQuery(Limit, WithEvents);

    /// <summary>Those around a point, which is in the middle.</summary>
    /// <param name="Point">The point.</param>
    /// <param name="Limit">How many.</param>
    /// <param name="WithEvents">Of what kinds.</param>
    public sealed record Around(HistoryPoint Point, int Limit, bool WithEvents) : HistoryQuery(Limit, WithEvents);

    /// <summary>Those between two points, not included, counted from the first one, which may be the later of the two.</summary>
    /// <param name="From">Where counting begins.</param>
    /// <param name="To">Where it ends.</param>
    /// <param name="Limit">How many.</param>
    /// <param name="WithEvents">Of what kinds.</param>
    public sealed record Between(HistoryPoint From, HistoryPoint To, int Limit, bool WithEvents) : HistoryQuery(Limit, WithEvents);
}

/// <summary>A point in a conversation. Source: IRCv3 draft/chathistory, message references.</summary>
public abstract record HistoryPoint
{
    private HistoryPoint()
    {
    }

    /// <summary>The event with an id.</summary>
    /// <param name="MessageId">The id.</param>
    public sealed record ById(MessageId MessageId) : HistoryPoint;

    /// <summary>A moment, and all events of that moment.</summary>
    /// <param name="Time">UTC, in whole milliseconds.</param>
    public sealed record ByTime(DateTimeOffset Time) : HistoryPoint;
}
