using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChatLoad.Measuring;

/// <summary>A histogram's contents as a value: it is queried, added up, written and read.</summary>
/// <param name="Bucket">Numbers of the buckets that are not empty, ascending; see <see cref="Buckets"/>.</param>
/// <param name="Count">How many values each of them holds.</param>
/// <param name="Max">The greatest value, exactly. Unit: nanoseconds.</param>
internal sealed record Distribution(ImmutableArray<int> Bucket, ImmutableArray<long> Count, long Max)
{
    /// <summary>Without values.</summary>
    public static readonly Distribution Empty = new([], [], 0);

    /// <summary>How many values there are.</summary>
    [JsonIgnore]
    public long Total { get; } = Count.Sum();

    /// <summary>The value that a share of all values does not exceed.</summary>
    /// <param name="quantile">0.99 for the 99th percentile.</param>
    /// <returns>Nanoseconds: the end of the bucket, so at most <see cref="Buckets.Precision"/> too high and never too low; 0 without
    /// values.</returns>
    public long At(double quantile)
    {
        // The tolerance keeps 0.999 of 1000 values from asking for the 1000th because of how 0.999 is stored.
        var rank = Math.Max(1, (long)Math.Ceiling((quantile * Total) - 1e-6));
        var seen = 0L;
        for (var i = 0; i < Bucket.Length; i++)
        {
            seen += Count[i];
            if (seen >= rank)
                return Math.Min(Buckets.Highest(Bucket[i]), Max);
        }

        return Max;
    }

    /// <summary>The values of both.</summary>
    public Distribution Plus(Distribution other)
    {
        if (other.Bucket.IsEmpty)
            return this;
        if (Bucket.IsEmpty)
            return other;

        var buckets = ImmutableArray.CreateBuilder<int>(Bucket.Length + other.Bucket.Length);
        var counts = ImmutableArray.CreateBuilder<long>(Bucket.Length + other.Bucket.Length);
        for (int mine = 0, theirs = 0; mine < Bucket.Length || theirs < other.Bucket.Length;)
        {
            var bucket = Math.Min(
                mine < Bucket.Length ? Bucket[mine] : int.MaxValue,
                theirs < other.Bucket.Length ? other.Bucket[theirs] : int.MaxValue);
            var count = 0L;
            if (mine < Bucket.Length && Bucket[mine] == bucket)
                count += Count[mine++];
            if (theirs < other.Bucket.Length && other.Bucket[theirs] == bucket)
                count += other.Count[theirs++];
            buckets.Add(bucket);
            counts.Add(count);
        }

        return new Distribution(buckets.ToImmutable(), counts.ToImmutable(), Math.Max(Max, other.Max));
    }
}
