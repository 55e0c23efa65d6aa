using System.Net.Security;
using ChatServer.Tests.Endpoints;

namespace ChatServer.Tests.Running;

/// <summary>Certificates that are renewed while the server runs, as clients see them.</summary>
public sealed class RenewedCertificateTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_operator_has_it_shown_to_newcomers_with_its_chain()
    {
        using var server = Start();
        var (plain, tls, webSocket) = await ListeningAsync(server);
        using var root = await OperatorAsync(plain);
        using var early = await LineClient.ConnectAsync(tls);
        await using var earlyTls = new SslStream(early.Stream, leaveInnerStreamOpen: true, (_, _, chain, _) => chain is not null);
        await earlyTls.AuthenticateAsClientAsync("localhost");

        IssuedCertificate.Write(_folder, "server", "new");
        await root.SendAsync("REHASH");
        await root.ReadUntilAsync(" 382 ");

        Assert.Equal(["CN=new", "CN=new issuer"], await ShownAsync(tls));
        Assert.Equal(["CN=new", "CN=new issuer"], await ShownAsync(webSocket));
        await earlyTls.WriteAsync("PING still-here\r\n"u8.ToArray());
        using var reader = new StreamReader(earlyTls);
        Assert.Contains("still-here", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_can_not_be_used_is_refused_and_the_one_before_is_shown()
    {
        using var server = Start();
        var (plain, tls, _) = await ListeningAsync(server);
        using var root = await OperatorAsync(plain);

        var file = _folder.Write("server.pem", "half a certifi");
        await root.SendAsync("REHASH");

        Assert.Contains(
            $" :Endpoints:1:Tls is \"{file}\" and ", await root.ReadUntilAsync(" FAIL REHASH CONFIG_BAD "), StringComparison.Ordinal);
        Assert.Equal(["CN=old", "CN=old issuer"], await ShownAsync(tls));
    }

    [Fact]
    public async Task A_hangup_signal_has_it_shown_too()
    {
        using var server = Start();
        var (_, tls, _) = await ListeningAsync(server);
        Assert.Equal("CN=old", (await ShownAsync(tls))[0]);

        IssuedCertificate.Write(_folder, "server", "new");
        server.Signal("HUP");

        using var deadline = new CancellationTokenSource(Patience);
        while ((await ShownAsync(tls))[0] != "CN=new") deadline.Token.ThrowIfCancellationRequested();
        server.Signal("TERM");
        await server.EndInOrderAsync();
    }

    private ServerUnderTest Start()
    {
        var tls = IssuedCertificate.Write(_folder, "server", "old");
        return ServerUnderTest.Start(
        [
            "--Endpoints:0:Port=0",
            "--Endpoints:1:Port=0", $"--Endpoints:1:Tls:Certificate={tls.Certificate}", $"--Endpoints:1:Tls:Key={tls.Key}",
            "--Endpoints:2:Port=0", $"--Endpoints:2:Tls:Certificate={tls.Certificate}", $"--Endpoints:2:Tls:Key={tls.Key}",
            "--Endpoints:2:Protocol=WebSocket",
            "--Operators:0:Name=root", "--Operators:0:Password=secret", "--Operators:0:Privileges:0=All",
        ]);
    }

    private static async Task<(int Plain, int Tls, int WebSocket)> ListeningAsync(ServerUnderTest server) =>
        await server.ListeningAsync() is [var plain, var tls, var webSocket]
            ? (plain, tls, webSocket)
            : throw new InvalidOperationException("The server does not listen at three ports.");

    private static async Task<LineClient> OperatorAsync(int port)
    {
        var root = await LineClient.ConnectAsync(port);
        await root.SendAsync("NICK root", "USER root 0 * :root", "OPER root secret");
        await root.ReadUntilAsync(" 381 ");
        return root;
    }

    /// <summary>The names of the certificates that a newcomer is shown, beginning with the server's own.</summary>
    private static async Task<IReadOnlyList<string>> ShownAsync(int port)
    {
        IReadOnlyList<string> names = [];
        using var client = await LineClient.ConnectAsync(port);
        await using var tls = new SslStream(client.Stream, leaveInnerStreamOpen: true, (_, _, chain, _) =>
        {
            names = [.. chain!.ChainElements.Select(element => element.Certificate.Subject)];
            return names.Count > 0;
        });
        await tls.AuthenticateAsClientAsync("localhost").WaitAsync(Patience);
        return names;
    }
}
