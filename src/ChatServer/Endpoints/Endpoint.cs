using System.Net;
using ChatServer.Host.Configuration;

namespace ChatServer.Host.Endpoints;

/// <summary>An address the server listens on, ready to be opened.</summary>
/// <param name="Address">The address; <see cref="IPAddress.IPv6Any"/> takes IPv4 too.</param>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Proxy">Whether a proxy in front says where clients come from.</param>
/// <param name="Certificate">The certificate for TLS; null for a plain endpoint.</param>
internal sealed record Endpoint(IPEndPoint Address, EndpointProtocol Protocol, ProxyHeader Proxy, EndpointCertificate? Certificate)
{
    /// <summary>Its name in logs and messages, such as <c>127.0.0.1:6697 (TLS)</c>.</summary>
    public override string ToString() => (Protocol, Certificate) switch
    {
        (EndpointProtocol.WebSocket, null) => $"{Address} (WebSocket)",
        (EndpointProtocol.WebSocket, _) => $"{Address} (WebSocket, TLS)",
        (_, null) => $"{Address}",
        _ => $"{Address} (TLS)",
    };
}
