using System.Security.Cryptography.X509Certificates;
using ChatServer.Host;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints;

namespace ChatServer.Tests.Endpoints;

public sealed class ServerCertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_self_signed_certificate_is_valid_for_this_machine_and_the_server()
    {
        var certificate = ServerCertificate.SelfSigned("irc.example.org", TimeProvider.System).Leaf;

        Assert.True(certificate.HasPrivateKey);
        Assert.True(certificate.MatchesHostname("irc.example.org"));
        Assert.True(certificate.MatchesHostname("localhost"));
        Assert.True(certificate.MatchesHostname("127.0.0.1"));
    }

    [Fact]
    public void PEM_files_are_read_with_their_chain()
    {
        var made = ServerCertificate.SelfSigned("irc.example.org", TimeProvider.System).Leaf;
        var tls = new TlsSettings
        {
            Certificate = _folder.Write("cert.pem", made.ExportCertificatePem()),
            Key = _folder.Write("key.pem", made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()),
        };

        var read = Assert.Single(ServerCertificate.Load([("Endpoints:0", tls)]))!;

        Assert.Equal(made.Thumbprint, read.Leaf.Thumbprint);
        Assert.True(read.Leaf.HasPrivateKey);
        Assert.Single(read.Chain);
    }

    [Fact]
    public void Files_that_are_not_there_are_named()
    {
        var missing = _folder.File("missing.pem");

        Assert.Collection(
            Refusal(missing, missing).Split(Environment.NewLine),
            line => Assert.StartsWith(
                $"Endpoints:3:Tls:Certificate is \"{missing}\", but must be a PEM file that can be read: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith(
                $"Endpoints:3:Tls:Key is \"{missing}\", but must be a PEM file that can be read: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_named()
    {
        var text = _folder.Write("text.pem", "hello");

        Assert.StartsWith(
            $"Endpoints:3:Tls is \"{text}\" and \"{text}\", but must be a PEM certificate and its private key: ",
            Refusal(text, text),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused()
    {
        var (one, other) = (Make(), Make());

        Assert.Contains(
            "must be a PEM certificate and its private key",
            Refusal(
                _folder.Write("cert.pem", one.ExportCertificatePem()),
                _folder.Write("key.pem", other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem())),
            StringComparison.Ordinal);

        static X509Certificate2 Make() =>
            ServerCertificate.SelfSigned("irc.example.org", TimeProvider.System).Leaf;
    }

    private static string Refusal(string certificate, string key) => Assert.Throws<StartException>(
        () => ServerCertificate.Load([("Endpoints:3", new TlsSettings { Certificate = certificate, Key = key })])).Message;
}
