using System.Collections.Immutable;

namespace ChatLoad.Measuring;

/// <summary>What one process of the load test measured, or all of them together.</summary>
internal sealed record ProcessResult
{
    /// <summary>When the measurement began. Unit: nanoseconds of <see cref="Clock"/>, as for the other two.</summary>
    public required long StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required long EndedAt { get; init; }

    /// <summary>When the last arrival was.</summary>
    public required long LastArrival { get; init; }

    /// <summary>Units of work begun.</summary>
    public required long Sent { get; init; }

    /// <summary>Arrivals that these should have caused.</summary>
    public required long Expected { get; init; }

    /// <summary>Arrivals.</summary>
    public required long Delivered { get; init; }

    /// <summary>Arrivals that did not come. Includes the warm-up, as do the next two.</summary>
    public required long Lost { get; init; }

    /// <summary>Arrivals that had come before.</summary>
    public required long Duplicated { get; init; }

    /// <summary>Arrivals that came after a later one of the same sender.</summary>
    public required long OutOfOrder { get; init; }

    /// <summary>Error replies of the server.</summary>
    public required long Errors { get; init; }

    /// <summary>Connections that ended unexpectedly.</summary>
    public required long Disconnected { get; init; }

    /// <summary>Latencies.</summary>
    public required Distribution Latency { get; init; }

    /// <summary>Times to open a connection.</summary>
    public required Distribution Connecting { get; init; }

    /// <summary>Times from the open connection to the welcome.</summary>
    public required Distribution Registering { get; init; }

    /// <summary>How late the generator itself was.</summary>
    public required Distribution Lag { get; init; }

    /// <summary>What happened when.</summary>
    public required ImmutableArray<TimelinePoint> Timeline { get; init; }

    /// <summary>Figures that only this scenario has.</summary>
    public required ImmutableArray<Figure> Figures { get; init; }

    /// <summary>What went wrong.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>CPU time of the generator until all was sent.</summary>
    public required long CpuNanoseconds { get; init; }

    /// <summary>CPU time of its busiest process, as a share of a core.</summary>
    public required double BusiestShare { get; init; }

    /// <summary>Both together.</summary>
    public ProcessResult Plus(ProcessResult other) => new()
    {
        StartedAt = Math.Min(StartedAt, other.StartedAt),
        EndedAt = Math.Max(EndedAt, other.EndedAt),
        LastArrival = Math.Max(LastArrival, other.LastArrival),
        Sent = Sent + other.Sent,
        Expected = Expected + other.Expected,
        Delivered = Delivered + other.Delivered,
        Lost = Lost + other.Lost,
        Duplicated = Duplicated + other.Duplicated,
        OutOfOrder = OutOfOrder + other.OutOfOrder,
        Errors = Errors + other.Errors,
        Disconnected = Disconnected + other.Disconnected,
        Latency = Latency.Plus(other.Latency),
        Connecting = Connecting.Plus(other.Connecting),
        Registering = Registering.Plus(other.Registering),
        Lag = Lag.Plus(other.Lag),
        Timeline = Merge(Timeline, other.Timeline),
        // For times the longest counts, for everything else the sum.
        Figures = [.. Figures.Concat(other.Figures).GroupBy(figure => (figure.Name, figure.Unit)).Select(same => new Figure(
            same.Key.Name, same.Key.Unit == "s" ? same.Max(figure => figure.Value) : same.Sum(figure => figure.Value), same.Key.Unit))],
        Problems = [.. Problems.Concat(other.Problems).GroupBy(problem => problem.Text)
            .Select(same => new Problem(same.Key, same.Sum(problem => problem.Count)))],
        CpuNanoseconds = CpuNanoseconds + other.CpuNanoseconds,
        BusiestShare = Math.Max(BusiestShare, other.BusiestShare),
    };

    // Processes begin together, so points with the same number are of the same time, give or take milliseconds.
    private static ImmutableArray<TimelinePoint> Merge(ImmutableArray<TimelinePoint> mine, ImmutableArray<TimelinePoint> theirs)
    {
        var merged = ImmutableArray.CreateBuilder<TimelinePoint>();
        for (var i = 0; i < Math.Max(mine.Length, theirs.Length); i++)
        {
            if (i >= mine.Length || i >= theirs.Length)
                merged.Add(i < mine.Length ? mine[i] : theirs[i]);
            else
                merged.Add(new TimelinePoint(
                    mine[i].Second, mine[i].Sent + theirs[i].Sent, mine[i].Delivered + theirs[i].Delivered,
                    mine[i].Online + theirs[i].Online, mine[i].Latency.Plus(theirs[i].Latency)));
        }

        return merged.ToImmutable();
    }
}
