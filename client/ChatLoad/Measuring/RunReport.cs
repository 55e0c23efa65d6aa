using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChatLoad.Measuring;

/// <summary>Everything known about a run: what files contain and reports show.</summary>
internal sealed record RunReport
{
    /// <summary>Version of this shape.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of this shape when it was written.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>What it is called.</summary>
    public required string Label { get; init; }

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The settings as options.</summary>
    public required ImmutableArray<string> Settings { get; init; }

    /// <summary>Width of the buckets of all distributions, as a share of the values in them.</summary>
    public double Precision { get; init; } = Buckets.Precision;

    /// <summary>What the load tester measured.</summary>
    public required ProcessResult Load { get; init; }

    /// <summary>What the server used, or null if it was not observed.</summary>
    public ServerResult? Server { get; init; }

    /// <summary>Cores that the whole machine kept busy, or null where that is unknown.</summary>
    public double? MachineCores { get; init; }

    /// <summary>Whether somebody ended it early.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>What makes figures doubtful, for people.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Arrivals per second, up to the last one.</summary>
    [JsonIgnore]
    public double DeliveredPerSecond => Load.LastArrival <= Load.StartedAt
        ? 0
        : Load.Delivered * (double)Clock.Second / (Load.LastArrival - Load.StartedAt);
}
