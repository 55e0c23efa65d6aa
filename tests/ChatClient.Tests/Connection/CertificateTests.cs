using System.Globalization;
using ChatClient.Connection;
using ChatClient.Tests.EndToEnd;

namespace ChatClient.Tests.Connection;

public sealed class CertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _server = new();
    private readonly KnownCertificates _known;

    public CertificateTests() => _known = new KnownCertificates(_folder.File("chat/certificates"));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_self_signed_certificate_is_doubted_and_once_trusted_is_good()
    {
        var doubt = await DoubtAsync();
        Assert.Contains("self-signed", doubt.Reason, StringComparison.Ordinal);
        Assert.Null(doubt.Remembered);

        _known.Remember(_server.Address, doubt.Fingerprint);

        await using var connection = await ConnectAsync(new CertificateTrust(_known));
        Assert.StartsWith("TLS 1.", connection.Security, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_changed_is_doubted_with_the_one_before()
    {
        _known.Remember(_server.Address, "abc");

        Assert.Equal("abc", (await DoubtAsync()).Remembered);
    }

    [Fact]
    public async Task A_pinned_certificate_is_good_and_any_other_is_not()
    {
        var fingerprint = (await DoubtAsync()).Fingerprint;

        await using (await ConnectAsync(new CertificateTrust(_known) { Pinned = fingerprint.ToUpperInvariant() }))
        {
        }

        var error = await Assert.ThrowsAsync<ConnectionFailedException>(
            () => ConnectAsync(new CertificateTrust(_known) { Pinned = "abc" }));
        Assert.Contains("its fingerprint does not match", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_fingerprint_is_kept_for_each_server()
    {
        _known.Remember("a:6697", "1");
        _known.Remember("b:6697", "2");
        _known.Remember("A:6697", "3");

        Assert.Equal(("3", "2", null), (_known.Find("a:6697"), _known.Find("b:6697"), _known.Find("c:6697")));
        Assert.Equal(2, File.ReadAllLines(_folder.File("chat/certificates").FullName).Length);
    }

    private async Task<CertificateDoubt> DoubtAsync()
    {
        var error = await Assert.ThrowsAsync<ConnectionFailedException>(() => ConnectAsync(new CertificateTrust(_known)));
        return error.Doubt!;
    }

    // If the client refuses the certificate, the handshake fails on the server's side too.
    private async Task<IrcConnection> ConnectAsync(CertificateTrust trust)
    {
        var port = int.Parse(_server.Address.Split(':')[1], CultureInfo.InvariantCulture);
        var accepting = _server.AcceptTlsAsync();
        try
        {
            return await Connector.ConnectAsync(new Endpoint("127.0.0.1", port, Transport.Tls), trust, CancellationToken.None);
        }
        finally
        {
            await accepting.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
