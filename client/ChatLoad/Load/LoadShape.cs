using System.Collections.Immutable;

namespace ChatLoad.Load;

/// <summary>How a load changes over time: stages joined by straight lines. Pure.</summary>
internal sealed class LoadShape
{
    private readonly ImmutableArray<Segment> _segments;

    /// <summary>A shape of stages that begins at a level.</summary>
    public LoadShape(double begin, IEnumerable<Stage> stages)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var (start, from, area) = (0.0, begin, 0.0);
        foreach (var stage in stages)
        {
            var segment = new Segment(start, stage.Length.TotalSeconds, from, stage.Target, area);
            segments.Add(segment);
            (start, from, area) = (start + segment.Length, stage.Target, area + segment.Area);
        }

        _segments = segments.ToImmutable();
        Length = TimeSpan.FromSeconds(start);
        Total = area;
    }

    /// <summary>How long it lasts.</summary>
    public TimeSpan Length { get; }

    /// <summary>The area under it: for rates, the number of arrivals.</summary>
    public double Total { get; }

    /// <summary>The highest level it reaches.</summary>
    public double Peak => _segments.Max(segment => Math.Max(segment.From, segment.To));

    /// <summary>The same level all the time.</summary>
    public static LoadShape Constant(double level, TimeSpan length) => new(level, [new Stage(length, level)]);

    /// <summary>The level at an instant after the start; after the end, the last one.</summary>
    public double LevelAt(TimeSpan time)
    {
        var seconds = time.TotalSeconds;
        foreach (var segment in _segments)
        {
            if (seconds < segment.Start + segment.Length)
                return segment.From + ((segment.To - segment.From) * (seconds - segment.Start) / segment.Length);
        }

        return _segments[^1].To;
    }

    /// <summary>When the area under the shape reaches a value.</summary>
    /// <returns>Seconds after the start; infinity if it never does.</returns>
    public double SecondsUntilArea(double area)
    {
        foreach (var segment in _segments)
        {
            if (area < segment.AreaBefore + segment.Area)
                return segment.Start + segment.SecondsUntilArea(area - segment.AreaBefore);
        }

        return double.PositiveInfinity;
    }

    private readonly record struct Segment(double Start, double Length, double From, double To, double AreaBefore)
    {
        public double Area => Length * (From + To) / 2;

        // from*t + slope*t²/2 = area, solved for t in the form that stays exact when the slope is 0.
        public double SecondsUntilArea(double area)
        {
            var slope = (To - From) / Length;
            var root = Math.Sqrt(Math.Max(0, (From * From) + (2 * slope * area)));
            return area == 0 ? 0 : 2 * area / (From + root);
        }
    }
}
