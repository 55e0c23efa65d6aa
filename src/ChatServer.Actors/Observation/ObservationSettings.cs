namespace ChatServer.Actors;

/// <summary>What an observed system keeps an eye on. A system that is not observed pays nothing.</summary>
public sealed record ObservationSettings
{
    /// <summary>A handler that keeps its turn longer is named in a warning, with its actor and message type: all that wait behind it wait
    /// so long.
    /// Default: 100 ms.</summary>
    public TimeSpan SlowHandler { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether messages that are sent while an <see cref="System.Diagnostics.Activity"/> is current carry it along. Default:
    /// yes.</summary>
    public bool FollowActivities { get; init; } = true;
}
