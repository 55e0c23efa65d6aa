namespace ChatServer.Actors;

/// <summary>What to observe. A system that is not observed pays nothing.</summary>
public sealed record ObservationSettings
{
    /// <summary>A handler that keeps its turn longer than this is reported in a warning, with its actor and message type: every message
    /// behind it has to wait for it. Default: 100 ms.</summary>
    public TimeSpan SlowHandler { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether messages sent while an <see cref="System.Diagnostics.Activity"/> is current carry it along. Default: yes.</summary>
    public bool FollowActivities { get; init; } = true;
}
