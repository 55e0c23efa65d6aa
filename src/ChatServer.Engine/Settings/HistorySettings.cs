using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>History</c>: what was said before. Source: IRCv3 draft/chathistory.</summary>
public sealed record HistorySettings
{
    /// <summary>Whether history is kept and offered. Default: yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it is kept in <c>Storage</c>, or else in memory. Default: no.</summary>
    [NotInUseYet]
    public bool Persistent { get; init; }

    /// <summary>How many events of a room are kept in memory. Default 1,000; 0: none.</summary>
    [Number(0, 1_000_000, Zero = "none")]
    public int EventsPerRoom { get; init; } = 1000;

    /// <summary>How many events between any two users are kept in memory. Default 1,000; 0: none.</summary>
    [Number(0, 1_000_000, Zero = "none")]
    public int EventsPerUser { get; init; } = 1000;

    /// <summary>How long events are kept in memory. Default 0: as long as there is room for them.</summary>
    [Duration("00:00:00", "3650.00:00:00")]
    public TimeSpan MaxAge { get; init; } = TimeSpan.Zero;

    /// <summary>How many messages a client may ask for at once, ISUPPORT <c>CHATHISTORY</c>. Default 100.</summary>
    [Number(1, 100_000)]
    public int MaxMessagesPerRequest { get; init; } = 100;

    /// <summary>How many messages <c>*playback</c> plays; 0: as many as <see cref="MaxMessagesPerRequest"/>. Default 0.</summary>
    [NotInUseYet]
    [Number(0, 100_000, Zero = "as MaxMessagesPerRequest")]
    public int ZncPlaybackMaxMessages { get; init; }

    /// <summary>A TAGMSG is kept when it has one of these tags. Default: tags that ask for it, and reactions.</summary>
    [ClientTag]
    public IReadOnlyList<string> StoredTagMessages { get; init; } = ["+draft/persist", "+persist", "+draft/react"];

    /// <summary>Whether authors may take back what they said, with <c>REDACT</c>. Default: yes.</summary>
    public bool AllowDelete { get; init; } = true;
}
