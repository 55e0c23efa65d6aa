using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>WebIrc</c>: gateways that connect for others and say for whom, with <c>WEBIRC</c>.</summary>
/// <remarks>Source: IRCv3 webirc.</remarks>
public sealed record WebIrcSettings
{
    /// <summary>The gateways. Default: none, <c>WEBIRC</c> is refused.</summary>
    public IReadOnlyList<WebIrcGateway> Gateways { get; init; } = [];
}

/// <summary>One element of <c>WebIrc:Gateways</c>.</summary>
public sealed record WebIrcGateway
{
    /// <summary>What it gives as password, plain or as a hash <c>$scheme$...</c>.</summary>
    [Password]
    public required string Password { get; init; }

    /// <summary>From where it connects, in CIDR notation. Default: from the <c>TrustedProxies</c>.</summary>
    [AddressRange]
    public IReadOnlyList<string> Addresses { get; init; } = [];
}
