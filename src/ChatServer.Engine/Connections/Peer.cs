using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ChatServer.Engine.Connections;

/// <summary>Who is at the other end of a connection, as far as the transport, or a gateway we trust, can tell.</summary>
/// <param name="Address">Where it connects from.</param>
/// <param name="Host">The host as others will see it.</param>
/// <param name="IsSecure">Whether all of its way here is encrypted.</param>
/// <param name="CertificateFingerprint">SHA-256 of the certificate it has shown, in small hexadecimal digits; null for none. Who signed
/// it was not asked: it proves that the same key is used again, and nothing else.</param>
internal sealed record Peer(IPAddress Address, string Host, bool IsSecure, string? CertificateFingerprint)
{
    /// <summary>What the transport knows.</summary>
    public static Peer Of(ConnectionContext transport)
    {
        var address = AddressOf(transport);
        var isSecure = transport.Features.Get<ITlsHandshakeFeature>() is not null;
        var certificate = transport.Features.Get<ITlsConnectionFeature>()?.ClientCertificate;
        var fingerprint = certificate is null ? null : Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));
        return new Peer(address, HostOf(address), isSecure, fingerprint);
    }

    /// <summary>Where a transport comes from; one that is no socket comes from this machine.</summary>
    public static IPAddress AddressOf(ConnectionContext transport) =>
        Plain((transport.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.Loopback);

    /// <summary>The address itself: a socket for both families shows IPv4 addresses as IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Whether a name that a name server or a gateway gave may be shown as a host: it is no longer than allowed, has nothing that
    /// would break a line or a mask, and does not look like an address, for which others would take it.</summary>
    /// <remarks>Source: RFC 1123 section 2.1, and the underscore that providers use in practice.</remarks>
    public static bool MayBeHost(string name, int longest) =>
        name.Length > 0
        && name.Length <= longest
        && char.IsAsciiLetterOrDigit(name[0])
        && name.Contains('.', StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && !IPAddress.TryParse(name, out _);

    /// <summary>An address as a host: one that starts with a colon would be read as a trailing parameter. Source: Modern, WEBIRC.</summary>
    public static string HostOf(IPAddress address)
    {
        var text = address.ToString();
        return text[0] == ':' ? "0" + text : text;
    }
}
