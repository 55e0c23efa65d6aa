using System.Net;

namespace ChatServer.Host.Endpoints;

/// <summary>An address the server listens on, ready to be opened.</summary>
/// <param name="Address">The address; <see cref="IPAddress.IPv6Any"/> takes IPv4 too.</param>
/// <param name="Certificate">What TLS shows; null: the endpoint is plain.</param>
internal sealed record Endpoint(IPEndPoint Address, ServerCertificate? Certificate)
{
    /// <summary>How logs and messages call it, such as <c>127.0.0.1:6697 (TLS)</c>.</summary>
    public override string ToString() => Certificate is null ? $"{Address}" : $"{Address} (TLS)";
}
