using System.Collections.Immutable;
using ChatClient.Configuration;
using ChatClient.Themes;

namespace ChatClient.FullScreen;

/// <summary>How the full screen looks and calls.</summary>
/// <param name="Theme">Its colours.</param>
internal sealed record FullScreenSettings(Theme Theme)
{
    /// <summary>Whether to ring the terminal's bell when we are called.</summary>
    public bool RingsBell { get; init; } = true;

    /// <summary>How to show it on the desktop.</summary>
    public DesktopNotification Desktop { get; init; }

    /// <summary>Words beside our nick that call us.</summary>
    public ImmutableArray<string> Highlights { get; init; } = [];

    /// <summary>Whether to tell others that we type.</summary>
    public bool ShowsTyping { get; init; } = true;

    /// <summary>Time zone of the times shown.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
