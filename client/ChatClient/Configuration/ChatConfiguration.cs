using System.Collections.Immutable;

namespace ChatClient.Configuration;

/// <summary>The contents of the configuration file; what it omits has the values here.</summary>
/// <remarks>Immutable. <see cref="ConfigurationKeys"/> names the keys of the file.</remarks>
internal sealed record ChatConfiguration
{
    /// <summary>Nick; null for the name of the user on this machine.</summary>
    public string? Nick { get; init; }

    /// <summary>Alternates, for when the nick is in use.</summary>
    public ImmutableArray<string> OtherNicks { get; init; } = [];

    /// <summary>Real name; null for the nick.</summary>
    public string? RealName { get; init; }

    /// <summary>Name of the server to use when the command line names none; null for this machine.</summary>
    public string? DefaultServer { get; init; }

    /// <summary>The servers, by the names that the user gave them.</summary>
    public ImmutableDictionary<string, ServerProfile> Servers { get; init; } =
        ImmutableDictionary.Create<string, ServerProfile>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many messages of history to show for a joined room. Default 100; 0 for none.</summary>
    public int History { get; init; } = 100;

    /// <summary>Name of the screen's theme: <c>dark</c>, <c>light</c>, <c>16</c> or <c>none</c>; null for what suits the
    /// terminal.</summary>
    public string? Theme { get; init; }

    /// <summary>Whether to ring the terminal's bell for a private message or a mention.</summary>
    public bool Bell { get; init; } = true;

    /// <summary>How to show a notification on the desktop.</summary>
    public DesktopNotification Desktop { get; init; }

    /// <summary>Words, besides the user's nick, that highlight a message.</summary>
    public ImmutableArray<string> Highlights { get; init; } = [];

    /// <summary>Nicks or masks to ignore.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Nicks whose arrival and departure is reported.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    /// <summary>Whether others are told that the user is typing.</summary>
    public bool ShowsTyping { get; init; } = true;

    /// <summary>Whether to keep a log of every conversation.</summary>
    public bool Log { get; init; }

    /// <summary>Folder of the logs; null for the default.</summary>
    public string? LogFolder { get; init; }
}
