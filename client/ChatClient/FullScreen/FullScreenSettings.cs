using System.Collections.Immutable;
using ChatClient.Configuration;
using ChatClient.Themes;

namespace ChatClient.FullScreen;

/// <summary>How the full screen looks and notifies.</summary>
/// <param name="Theme">Its colours.</param>
internal sealed record FullScreenSettings(Theme Theme)
{
    /// <summary>Whether to ring the terminal's bell for a notification.</summary>
    public bool RingsBell { get; init; } = true;

    /// <summary>How to show a notification on the desktop.</summary>
    public DesktopNotification Desktop { get; init; }

    /// <summary>Words, besides our nick, that notify us.</summary>
    public ImmutableArray<string> Highlights { get; init; } = [];

    /// <summary>Whether others are told that we are typing.</summary>
    public bool ShowsTyping { get; init; } = true;

    /// <summary>Time zone of the times shown.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
