namespace ChatServer.Engine;

/// <summary>Counts what happened within the current minute, by key: wrong passwords by address, say.</summary>
/// <remarks>Not thread-safe: owned by one actor. When the minute is over all counts are forgotten at once, so nothing is kept of keys that
/// do not come back.</remarks>
/// <typeparam name="TKey">What is counted by.</typeparam>
/// <param name="clock">The time.</param>
internal sealed class MinuteCounter<TKey>(TimeProvider clock)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _counts = [];
    private long _minuteBegan = clock.GetTimestamp();

    /// <summary>How often it happened this minute. A minute begins with the first question after the last one has ended.</summary>
    public int Count(TKey key)
    {
        if (clock.GetElapsedTime(_minuteBegan) >= TimeSpan.FromMinutes(1))
        {
            _minuteBegan = clock.GetTimestamp();
            _counts.Clear();
        }

        return _counts.GetValueOrDefault(key);
    }

    public void Add(TKey key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;
}
