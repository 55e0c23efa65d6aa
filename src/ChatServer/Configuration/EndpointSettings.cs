using System.Net;
using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Host.Configuration;

/// <summary>One element of <c>Endpoints</c>: an address the server listens on.</summary>
internal sealed record EndpointSettings
{
    /// <summary>An IP address, or <c>*</c> for all that the machine has. Default 127.0.0.1: this machine only.</summary>
    [ListenAddress]
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port; 0: one that the operating system chooses.</summary>
    [Number(0, 65_535, Zero = "any free port")]
    public required int Port { get; init; }

    /// <summary>What is spoken there. Default <see cref="EndpointProtocol.Irc"/>.</summary>
    public EndpointProtocol Protocol { get; init; } = EndpointProtocol.Irc;

    /// <summary>Whether a proxy in front tells where clients come from. Default <see cref="ProxyHeader.None"/>.</summary>
    public ProxyHeader Proxy { get; init; } = ProxyHeader.None;

    /// <summary>The certificate of a TLS endpoint. Default: none, the endpoint is plain.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Address and port as the operating system knows them; <see cref="IPAddress.IPv6Any"/> takes IPv4 too.</summary>
    public IPEndPoint ToIPEndPoint() =>
        new(Address == ListenAddressAttribute.Any ? IPAddress.IPv6Any : IPAddress.Parse(Address), Port);
}

/// <summary>Section <c>Endpoints:N:Tls</c>.</summary>
internal sealed record TlsSettings
{
    /// <summary>A PEM file: the certificate, followed by those that lead to a root.</summary>
    public required string Certificate { get; init; }

    /// <summary>A PEM file: the certificate's private key, not encrypted.</summary>
    public required string Key { get; init; }
}

/// <summary>What is spoken at an endpoint.</summary>
internal enum EndpointProtocol
{
    /// <summary>IRC lines over TCP.</summary>
    Irc,

    /// <summary>IRC lines in WebSocket messages.</summary>
    WebSocket,
}

/// <summary>Whether connections begin with a header of the PROXY protocol.</summary>
internal enum ProxyHeader
{
    /// <summary>Never; one that comes is not believed.</summary>
    None,

    /// <summary>One from a trusted proxy is believed.</summary>
    Allowed,

    /// <summary>Without one the connection is closed.</summary>
    Required,
}

/// <summary>An IP address to listen on, or <c>*</c>.</summary>
internal sealed class ListenAddressAttribute : RuleAttribute
{
    /// <summary>The address that stands for all of them.</summary>
    public const string Any = "*";

    /// <inheritdoc/>
    public override string Expectation => "an IP address, or * for all";

    /// <inheritdoc/>
    public override bool Allows(object value) => value is Any || (value is string text && IPAddress.TryParse(text, out _));
}
