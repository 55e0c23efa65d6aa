using ChatServer.Host;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints;

namespace ChatServer.Tests.Endpoints;

/// <summary>Which certificates endpoints show after their files have been read again.</summary>
public sealed class CertificateReloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_endpoint_shows_what_its_files_hold_now()
    {
        var settings = Settings(Listening(7001, Write("one", "old one")), Listening(7002, Write("two", "old two")));
        var endpoints = From(settings);
        Assert.Equal(["CN=old one", "CN=old two"], Shown(endpoints));

        Write("one", "new one");
        Write("two", "new two");
        endpoints.ReloadCertificates(settings);

        Assert.Equal(["CN=new one", "CN=new two"], Shown(endpoints));
    }

    [Fact]
    public void When_one_can_not_be_used_all_endpoints_keep_theirs()
    {
        var settings = Settings(Listening(7001, Write("one", "old one")), Listening(7002, Write("two", "old two")));
        var endpoints = From(settings);

        Write("one", "new one");
        var broken = _folder.Write("two.pem", "no certificate");
        var refusal = Assert.Throws<StartException>(() => endpoints.ReloadCertificates(settings));

        Assert.StartsWith($"Endpoints:1:Tls is \"{broken}\"", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["CN=old one", "CN=old two"], Shown(endpoints));
    }

    [Fact]
    public void All_that_can_not_be_used_are_named()
    {
        var settings = Settings(
            Listening(7001, Write("one", "one")), Listening(7002, Write("two", "two")), Listening(7003, Write("three", "three")));
        var endpoints = From(settings);

        var first = _folder.Write("one.pem", "no certificate");
        var third = _folder.Write("three.pem", "no certificate either");
        var lines = Assert.Throws<StartException>(() => endpoints.ReloadCertificates(settings)).Message.Split(Environment.NewLine);

        Assert.Collection(
            lines,
            line => Assert.StartsWith($"Endpoints:0:Tls is \"{first}\"", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"Endpoints:2:Tls is \"{third}\"", line, StringComparison.Ordinal));
        Assert.Equal(lines, Assert.Throws<StartException>(() => From(settings)).Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Files_may_have_moved_and_endpoints_may_be_in_another_order()
    {
        var (one, two) = (Listening(7001, Write("one", "old one")), Listening(7002, Write("two", "old two")));
        var endpoints = From(Settings(one, two));

        endpoints.ReloadCertificates(Settings(two with { Tls = Write("elsewhere", "new two") }, one));

        Assert.Equal(["CN=old one", "CN=new two"], Shown(endpoints));
    }

    [Fact]
    public void Endpoints_that_the_server_does_not_have_yet_or_no_longer_wait_for_the_next_start()
    {
        var old = Write("old", "old");
        var plain = new EndpointSettings { Port = 7002 };
        var endpoints = From(Settings(Listening(7001, old), plain));

        var missing = new TlsSettings { Certificate = "none.pem", Key = "none.pem" };
        endpoints.ReloadCertificates(Settings(plain with { Tls = missing }, Listening(7003, missing)));

        Assert.Equal(["CN=old", null], Shown(endpoints));
    }

    [Fact]
    public void A_development_certificate_stays()
    {
        var settings = Settings(Listening(7001, new TlsSettings { Certificate = "none.pem", Key = "none.pem" }));
        var endpoints = From(settings, devCertificate: true);

        endpoints.ReloadCertificates(settings);

        Assert.Equal(["CN=chat.localhost"], Shown(endpoints));
    }

    private TlsSettings Write(string file, string name) => IssuedCertificate.Write(_folder, file, name);

    private static EndpointSettings Listening(int port, TlsSettings tls) => new() { Port = port, Tls = tls };

    private static HostSettings Settings(params EndpointSettings[] endpoints) => new() { Endpoints = endpoints };

    private static ServerEndpoints From(HostSettings settings, bool devCertificate = false) =>
        ServerEndpoints.From(settings, devCertificate, TimeProvider.System);

    private static IEnumerable<string?> Shown(ServerEndpoints endpoints) =>
        endpoints.Configured.Select(endpoint => endpoint.Certificate?.Current.Leaf.Subject);
}
