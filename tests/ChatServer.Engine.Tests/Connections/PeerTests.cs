using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Tests.Harness;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ChatServer.Engine.Tests.Connections;

public sealed class PeerTests
{
    [Fact]
    public void A_plain_socket_tells_an_address_only()
    {
        var peer = Peer.Of(new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Parse("::ffff:198.51.100.3"), 1) });

        Assert.Equal(new Peer(IPAddress.Parse("198.51.100.3"), "198.51.100.3", IsSecure: false, CertificateFingerprint: null), peer);
    }

    [Fact]
    public void A_certificate_is_known_by_the_hash_of_all_its_bytes()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UnixEpoch;
        using var certificate = new CertificateRequest("CN=alice", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddYears(1));
        var transport = new DefaultConnectionContext();
        transport.Features.Set<ITlsHandshakeFeature>(new Encrypted());
        transport.Features.Set<ITlsConnectionFeature>(new Shown(certificate));

        var peer = Peer.Of(transport);

        Assert.True(peer.IsSecure);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)), peer.CertificateFingerprint);
    }

    private sealed class Shown(X509Certificate2 certificate) : ITlsConnectionFeature
    {
        public X509Certificate2? ClientCertificate { get; set; } = certificate;

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}
