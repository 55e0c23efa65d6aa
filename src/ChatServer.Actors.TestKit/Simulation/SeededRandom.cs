namespace ChatServer.Actors.TestKit;

/// <summary>Numbers from a seed, the same on every machine and in every version of .NET (SplitMix64, Steele, Lea and Flood 2014).</summary>
public sealed class SeededRandom
{
    private ulong _state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Selects the sequence.</param>
    public SeededRandom(ulong seed) => _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong NextUInt64()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 up to, but not including, a limit.</summary>
    /// <param name="limit">The limit; at least 1.</param>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return (int)(((UInt128)NextUInt64() * (ulong)limit) >> 64);
    }

    /// <summary>A time from zero up to a limit, in whole microseconds.</summary>
    /// <param name="limit">The limit.</param>
    public TimeSpan NextTime(TimeSpan limit) =>
        TimeSpan.FromMicroseconds(Next((int)Math.Min(int.MaxValue - 1, limit.TotalMicroseconds) + 1));

    /// <summary>True with a probability.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public bool Chance(double probability) => (NextUInt64() >> 11) * (1.0 / (1UL << 53)) < probability;
}
