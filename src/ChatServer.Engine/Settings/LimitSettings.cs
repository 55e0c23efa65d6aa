using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Limits</c>: how much of everything a client may have. Lengths are bytes of UTF-8.</summary>
public sealed record LimitSettings
{
    private const int MostConnections = 1_000_000;
    private const int LongestText = 8192;

    /// <summary>Longest nick, ISUPPORT <c>NICKLEN</c>; longer: 432. Default 32.</summary>
    [Number(1, 64)]
    public int NickLength { get; init; } = 32;

    /// <summary>Longest user name, ISUPPORT <c>USERLEN</c>; longer is cut. Default 20.</summary>
    [Number(1, 64)]
    public int UserLength { get; init; } = 20;

    /// <summary>Longest host shown, ISUPPORT <c>HOSTLEN</c>. Default 64.</summary>
    /// <remarks>The least that holds every IPv6 address is 45.</remarks>
    [Number(45, 255)]
    public int HostLength { get; init; } = 64;

    /// <summary>Longest real name; longer is cut. Default 150.</summary>
    [Number(1, 390)]
    public int RealNameLength { get; init; } = 150;

    /// <summary>Longest room name with its <c>#</c>, ISUPPORT <c>CHANNELLEN</c>. Default 64.</summary>
    [Number(2, 200)]
    public int RoomNameLength { get; init; } = 64;

    /// <summary>Longest topic, ISUPPORT <c>TOPICLEN</c>; longer is cut. Default 390.</summary>
    [Number(1, LongestText)]
    public int TopicLength { get; init; } = 390;

    /// <summary>Longest reason for a KICK, ISUPPORT <c>KICKLEN</c>; longer is cut. Default 390.</summary>
    [Number(1, LongestText)]
    public int KickLength { get; init; } = 390;

    /// <summary>Longest away message, ISUPPORT <c>AWAYLEN</c>; longer is cut. Default 390.</summary>
    [Number(1, LongestText)]
    public int AwayLength { get; init; } = 390;

    /// <summary>Longest room key (mode <c>k</c>), ISUPPORT <c>KEYLEN</c>. Default 32.</summary>
    [Number(1, 64)]
    public int KeyLength { get; init; } = 32;

    /// <summary>How many rooms a user may be in, ISUPPORT <c>CHANLIMIT</c>; beyond: 405. Default 100; 0: no limit.</summary>
    [Number(0, 100_000, Zero = "no limit")]
    public int RoomsPerUser { get; init; } = 100;

    /// <summary>How many entries a room's ban, exception and invitation lists may have, ISUPPORT <c>MAXLIST</c>; beyond: 478. Default
    /// 100.</summary>
    [Number(1, 10_000)]
    public int ListModeEntries { get; init; } = 100;

    /// <summary>How many targets one command may name, ISUPPORT <c>TARGMAX</c>; beyond: 407. Default 4.</summary>
    [Number(1, 100)]
    public int TargetsPerCommand { get; init; } = 4;

    /// <summary>How many modes with a parameter one MODE may change, ISUPPORT <c>MODES</c>; the rest is ignored. Default 6.</summary>
    [Number(1, 100)]
    public int ModesPerCommand { get; init; } = 6;

    /// <summary>Longest line, with CR LF and without tags; tags have 4,096 and 8,191 bytes of their own. Default 512.</summary>
    /// <remarks>Source: RFC 1459 section 2.3; IRCv3 message-tags, size limit.</remarks>
    [Number(512, 16_384)]
    public int LineBytes { get; init; } = 512;

    /// <summary>What happens to a line that is too long: it is refused with 417, or cut as in RFC 1459. Default: refused.</summary>
    public bool RejectOverlongLines { get; init; } = true;

    /// <summary>How many bytes may wait to be sent to a client; beyond, it is closed with <c>SendQ exceeded</c>. Default 1 MiB.</summary>
    [Number(1024, 1_073_741_824)]
    public int SendQueueBytes { get; init; } = 1_048_576;

    /// <summary>How many nicks a client may MONITOR, ISUPPORT <c>MONITOR</c>; beyond: 734. Default 100; 0: no MONITOR.</summary>
    [Number(0, 10_000, Zero = "none")]
    public int MonitorEntries { get; init; } = 100;

    /// <summary>How many users that left WHOWAS remembers. Default 1,000; 0: none.</summary>
    [Number(0, 1_000_000, Zero = "none")]
    public int WhowasEntries { get; init; } = 1000;

    /// <summary>How many bytes a multiline message may have, <c>draft/multiline=max-bytes</c>. Default 4,096.</summary>
    [Number(1, 1_048_576)]
    public int MultilineBytes { get; init; } = 4096;

    /// <summary>How many lines a multiline message may have, <c>draft/multiline=max-lines</c>. Default 32.</summary>
    [Number(1, 10_000)]
    public int MultilineLines { get; init; } = 32;

    /// <summary>How many connections the server takes in all. Default 10,000; 0: no limit but the operating system's.</summary>
    [Number(0, MostConnections, Zero = "no limit")]
    public int Connections { get; init; } = 10_000;

    /// <summary>How many connections one address may have open. Default 32; 0: no limit.</summary>
    [Number(0, MostConnections, Zero = "no limit")]
    public int ConnectionsPerAddress { get; init; } = 32;

    /// <summary>How many connections one address may open in a minute. Default 60; 0: no limit.</summary>
    [Number(0, MostConnections, Zero = "no limit")]
    public int ConnectionsPerMinutePerAddress { get; init; } = 60;
}
