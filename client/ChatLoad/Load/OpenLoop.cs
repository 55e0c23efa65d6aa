namespace ChatLoad.Load;

/// <summary>An open loop: arrivals come when they are due, however the server is doing. Pure, except for its current position.</summary>
/// <remarks>Each arrival has the instant at which it was due, and latency counts from there. So a server, or a generator, that stalls for a
/// second is charged for everything that should have happened in that second. Counted from the moment of sending, the stall would look like
/// one slow message ("coordinated omission").</remarks>
/// <param name="shape">The rate over time, in arrivals per second.</param>
/// <param name="arrivals">How they are spread.</param>
/// <param name="random">What makes them random.</param>
/// <param name="start">When it begins. Unit: nanoseconds.</param>
/// <param name="phase">From 0 to 1: the part of the interval between two arrivals that the first one waits; it differs between
/// processes.</param>
internal sealed class OpenLoop(LoadShape shape, Arrivals arrivals, Random random, long start, double phase = 0)
{
    private double _area = phase;
    private long _next = Instant(shape, start, phase);

    /// <summary>When the next one is due; <see cref="long.MaxValue"/> after the last.</summary>
    public long NextDue => _next;

    /// <summary>Takes the next arrival, if it is due.</summary>
    /// <param name="now">The time.</param>
    /// <param name="due">When it was due: the stamp of its message.</param>
    public bool TryTake(long now, out long due)
    {
        due = _next;
        if (now < due)
            return false;

        _area += arrivals == Arrivals.Even ? 1 : -Math.Log(1 - random.NextDouble());
        _next = Instant(shape, start, _area);
        return true;
    }

    private static long Instant(LoadShape shape, long start, double area)
    {
        var seconds = shape.SecondsUntilArea(area);
        return double.IsInfinity(seconds) ? long.MaxValue : start + (long)(seconds * Measuring.Clock.Second);
    }
}
