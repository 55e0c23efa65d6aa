namespace ChatLoad.Measuring;

/// <summary>Counts durations without keeping them. Not thread-safe: owned by the loop.</summary>
/// <remarks>Unit: nanoseconds. Precision: see <see cref="Buckets"/>; the maximum is exact.</remarks>
internal sealed class Histogram
{
    private readonly long[] _counts = new long[Buckets.Count];
    private int _lowest = Buckets.Count;
    private int _highest = -1;

    /// <summary>How many values were recorded.</summary>
    public long Total { get; private set; }

    /// <summary>The greatest of them, or 0.</summary>
    public long Max { get; private set; }

    /// <summary>Records a value; a negative one, which a clock's rounding can give, as 0.</summary>
    public void Record(long nanoseconds)
    {
        var bucket = Buckets.Of(nanoseconds);
        _counts[bucket]++;
        Total++;
        if (nanoseconds > Max)
            Max = nanoseconds;
        if (bucket < _lowest)
            _lowest = bucket;
        if (bucket > _highest)
            _highest = bucket;
    }

    /// <summary>What was recorded since the last call, as a value; recording restarts from nothing.</summary>
    public Distribution Take()
    {
        var buckets = new List<int>();
        var counts = new List<long>();
        for (var bucket = _lowest; bucket <= _highest; bucket++)
        {
            if (_counts[bucket] == 0)
                continue;

            buckets.Add(bucket);
            counts.Add(_counts[bucket]);
            _counts[bucket] = 0;
        }

        var taken = new Distribution([.. buckets], [.. counts], Max);
        (Total, Max, _lowest, _highest) = (0, 0, Buckets.Count, -1);
        return taken;
    }
}
