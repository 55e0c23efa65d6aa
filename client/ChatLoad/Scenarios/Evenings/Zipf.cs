namespace ChatLoad.Scenarios.Evenings;

/// <summary>Chooses the k-th of several things in proportion to 1/k: like popular rooms and talkative people.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    /// <summary>A choice among so many.</summary>
    public Zipf(int count)
    {
        _upTo = new double[count];
        for (var i = 0; i < count; i++)
            _upTo[i] = (i == 0 ? 0 : _upTo[i - 1]) + (1.0 / (i + 1));
    }

    /// <summary>Chooses; 0 is the likeliest.</summary>
    public int Next(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return Math.Min(_upTo.Length - 1, found < 0 ? ~found : found);
    }
}
