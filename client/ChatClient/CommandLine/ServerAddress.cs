using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ChatClient.Connection;

namespace ChatClient.CommandLine;

/// <summary>The address of a server, as typed.</summary>
/// <param name="Host">Name or address, without brackets.</param>
/// <param name="Port">Port, or null for the default.</param>
/// <param name="Transport">The transport, or null if not given.</param>
/// <param name="Path">For WebSockets: the path with its query; else empty.</param>
internal sealed record ServerAddress(string Host, int? Port, Transport? Transport = null, string Path = "")
{
    private const int PlainPort = 6667;
    private const int TlsPort = 6697;
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    private static readonly Dictionary<string, Transport> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["irc"] = Connection.Transport.Tcp,
        ["ircs"] = Connection.Transport.Tls,
        ["ws"] = Connection.Transport.WebSocket,
        ["wss"] = Connection.Transport.SecureWebSocket,
    };

    /// <summary>Reads <c>HOST</c>, <c>HOST:PORT</c>, <c>[IPV6]:PORT</c> or a bare IPv6 address, with or without <c>irc://</c>,
    /// <c>ircs://</c>, <c>ws://</c> or <c>wss://</c> in front; a path may follow the last two.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = null;
        if (text.IndexOf("://", StringComparison.Ordinal) is not (>= 0 and var end))
            return TryParseAuthority(text, null, string.Empty, out address);
        if (!Schemes.TryGetValue(text[..end], out var transport))
            return false;

        var rest = text[(end + "://".Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (rest, string.Empty) : (rest[..slash], rest[slash..]);
        var hasPath = path.TrimStart('/').Length > 0;
        var isWeb = transport is Connection.Transport.WebSocket or Connection.Transport.SecureWebSocket;
        return (isWeb || !hasPath) && TryParseAuthority(authority, transport, isWeb ? path : string.Empty, out address);
    }

    /// <summary>The address with the missing parts filled in.</summary>
    /// <param name="useTls">Whether TLS was asked for.</param>
    public Endpoint Resolve(bool useTls)
    {
        var transport = (Transport, useTls) switch
        {
            (null, false) => Connection.Transport.Tcp,
            (null or Connection.Transport.Tcp, true) => Connection.Transport.Tls,
            (Connection.Transport.WebSocket, true) => Connection.Transport.SecureWebSocket,
            ({ } said, _) => said,
        };
        var usual = transport switch
        {
            Connection.Transport.Tls => TlsPort,
            Connection.Transport.WebSocket => HttpPort,
            Connection.Transport.SecureWebSocket => HttpsPort,
            _ => PlainPort,
        };
        return new Endpoint(Host, Port ?? usual, transport, Path);
    }

    /// <inheritdoc/>
    public override string ToString() => Port is null ? Host : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static bool TryParseAuthority(
        string text, Transport? transport, string path, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = null;
        var (host, port) = Split(text);
        if (host.Length == 0 || Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return false;
        if (port is null)
        {
            address = new ServerAddress(host, null, transport, path);
            return true;
        }

        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
            return false;

        address = new ServerAddress(host, number, transport, path);
        return true;
    }

    private static (string Host, string? Port) Split(string text)
    {
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is var end and > 0)
            return text[(end + 1)..] switch
            {
                "" => (text[1..end], null),
                [':', .. var port] => (text[1..end], port),
                _ => (string.Empty, null),
            };

        var colon = text.LastIndexOf(':');
        var isBareIpv6 = colon != text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || isBareIpv6 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }
}
