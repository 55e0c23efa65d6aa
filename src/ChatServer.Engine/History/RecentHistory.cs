using System.Collections.Immutable;
using ChatServer.Domain.Events;

namespace ChatServer.Engine.History;

/// <summary>The latest events of one conversation, in memory, limited in number and age.</summary>
/// <remarks>Not thread-safe: see <see cref="IConversationHistory"/>. Appending copies a message into memory that is there already
/// (<see cref="KeptEvent"/>), so it costs next to nothing. Searches begin at the newest event.</remarks>
/// <param name="current">The current limits.</param>
/// <param name="clock">The time.</param>
public sealed class RecentHistory(Func<HistoryLimits> current, TimeProvider clock) : IConversationHistory
{
    private const int FirstSize = 16;

    // A ring: the oldest event is at _first, and the array grows up to the limit.
    private KeptEvent[] _ring = [];
    private int _first;

    /// <summary>How many events are kept.</summary>
    public int Count { get; private set; }

    private ref KeptEvent this[int position] => ref _ring[(_first + position) % _ring.Length];

    /// <inheritdoc/>
    public void Append(ChatEvent chatEvent)
    {
        var limits = current();
        if (limits.Events == 0)
        {
            Clear();
            return;
        }

        Trim(limits, room: 1);
        if (Count == _ring.Length) Resize(Math.Min(limits.Events, Math.Max(FirstSize, _ring.Length * 2)));
        this[Count++].Put(chatEvent);
    }

    /// <inheritdoc/>
    public ValueTask<HistoryPage?> ReadAsync(HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Trim(current());
        return ValueTask.FromResult(Select(query) is { } events ? new HistoryPage(events) : null);
    }

    /// <inheritdoc/>
    public ValueTask<ChatEvent?> FindAsync(MessageId messageId)
    {
        Trim(current());
        return ValueTask.FromResult(PositionOf(messageId) is >= 0 and var position ? this[position].Event : null);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastSpokenAsync()
    {
        Trim(current());
        return ValueTask.FromResult(LastBefore(Count, 0, 1, withEvents: false) is [var last] ? last.Stamp.Time : (DateTimeOffset?)null);
    }

    /// <inheritdoc/>
    public void Remove(MessageId messageId)
    {
        var position = PositionOf(messageId);
        if (position < 0) return;
        for (; position < Count - 1; position++) this[position] = this[position + 1];
        this[--Count] = default;
    }

    private ImmutableArray<ChatEvent>? Select(HistoryQuery query)
    {
        switch (query)
        {
            case HistoryQuery.Latest { Since: null }:
                return LastBefore(Count, 0, query.Limit, query.WithEvents);
            case HistoryQuery.Latest { Since: { } since } when Locate(since) is var (_, after):
                return LastBefore(Count, after, query.Limit, query.WithEvents);
            case HistoryQuery.Before before when Locate(before.Point) is var (end, _):
                return LastBefore(end, 0, query.Limit, query.WithEvents);
            case HistoryQuery.After after when Locate(after.Point) is var (_, start):
                return FirstFrom(start, Count, query.Limit, query.WithEvents);
            case HistoryQuery.Between between when Locate(between.From) is { } from && Locate(between.To) is { } to:
                return from.Start <= to.Start
                    ? FirstFrom(from.End, to.Start, query.Limit, query.WithEvents)
                    : LastBefore(from.Start, to.End, query.Limit, query.WithEvents);
            case HistoryQuery.Around around when Locate(around.Point) is var (middle, _):
                var older = LastBefore(middle, 0, query.Limit / 2, query.WithEvents);
                return older.AddRange(FirstFrom(middle, Count, query.Limit - older.Length, query.WithEvents));
            default:
                return null;
        }
    }

    /// <summary>The positions that a point covers, the end not included; null when the point is unknown.</summary>
    private (int Start, int End)? Locate(HistoryPoint point)
    {
        switch (point)
        {
            case HistoryPoint.ById(var id):
                var position = PositionOf(id);
                return position < 0 ? null : (position, position + 1);
            case HistoryPoint.ByTime(var time):
                var start = Count;
                while (start > 0 && this[start - 1].Time >= time) start--;
                var end = start;
                while (end < Count && this[end].Time <= time) end++;
                return (start, end);
            default:
                return null;
        }
    }

    private int PositionOf(MessageId messageId)
    {
        var position = Count - 1;
        while (position >= 0 && !this[position].Has(messageId)) position--;
        return position;
    }

    private ImmutableArray<ChatEvent> FirstFrom(int start, int end, int limit, bool withEvents)
    {
        var found = ImmutableArray.CreateBuilder<ChatEvent>();
        for (var i = start; i < end && found.Count < limit; i++)
        {
            if (withEvents || this[i].IsSpoken) found.Add(this[i].Event);
        }

        return found.DrainToImmutable();
    }

    private ImmutableArray<ChatEvent> LastBefore(int end, int start, int limit, bool withEvents)
    {
        var found = ImmutableArray.CreateBuilder<ChatEvent>();
        for (var i = end - 1; i >= start && found.Count < limit; i--)
        {
            if (withEvents || this[i].IsSpoken) found.Add(this[i].Event);
        }

        found.Reverse();
        return found.DrainToImmutable();
    }

    /// <summary>Drops what is too old or too much.</summary>
    /// <param name="limits">How much is kept.</param>
    /// <param name="room">For how many events there has to be room afterwards.</param>
    private void Trim(HistoryLimits limits, int room = 0)
    {
        while (Count > 0 && Count > limits.Events - room) DropOldest();
        if (_ring.Length > limits.Events) Resize(limits.Events);
        if (limits.MaxAge == TimeSpan.Zero) return;
        var oldest = clock.GetUtcNow() - limits.MaxAge;
        while (Count > 0 && this[0].Time < oldest) DropOldest();
    }

    private void Clear()
    {
        _ring = [];
        Count = 0;
        _first = 0;
    }

    private void DropOldest()
    {
        _ring[_first].Forget();
        _first = (_first + 1) % _ring.Length;
        Count--;
    }

    private void Resize(int size)
    {
        var ring = new KeptEvent[size];
        for (var i = 0; i < Count; i++) ring[i] = this[i];
        _ring = ring;
        _first = 0;
    }
}
