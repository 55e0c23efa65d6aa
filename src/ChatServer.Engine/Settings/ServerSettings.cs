using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>All that the chat itself can be told. Each property is the configuration section of the same name.</summary>
/// <remarks>Immutable: a change of configuration makes a new instance. Times are <c>hh:mm:ss</c>. The host reads, checks and extends it
/// by what only the executable needs, such as endpoints.</remarks>
public record ServerSettings
{
    /// <summary>Who this server is.</summary>
    public ServerIdentity Server { get; init; } = new();

    /// <summary>How much of everything a client may have.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>How fast a client may talk.</summary>
    public FloodSettings Flood { get; init; } = new();

    /// <summary>How long the server waits.</summary>
    public TimeoutSettings Timeouts { get; init; } = new();

    /// <summary>Who may become an operator with <c>OPER</c>. Default: nobody.</summary>
    public IReadOnlyList<OperatorSettings> Operators { get; init; } = [];

    /// <summary>From where the PROXY protocol and <c>WEBIRC</c> are believed, in CIDR notation. Default: from nowhere.</summary>
    [AddressRange]
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Gateways that connect for others.</summary>
    public WebIrcSettings WebIrc { get; init; } = new();

    /// <summary>Telling clients to use TLS.</summary>
    public StsSettings Sts { get; init; } = new();

    /// <summary>Accounts, logging in and reserved nicks.</summary>
    [NotInUseYet]
    public AccountSettings Accounts { get; init; } = new();

    /// <summary>Rooms that belong to somebody.</summary>
    [NotInUseYet]
    public RoomSettings Rooms { get; init; } = new();

    /// <summary>What was said before.</summary>
    public HistorySettings History { get; init; } = new();

    /// <summary>What users and rooms publish about themselves.</summary>
    [NotInUseYet]
    public MetadataSettings Metadata { get; init; } = new();

    /// <summary>Messages relayed for people elsewhere.</summary>
    public RelayMessageSettings RelayMessages { get; init; } = new();

    /// <summary>Speaking as somebody else, for play.</summary>
    public RoleplaySettings Roleplay { get; init; } = new();
}
