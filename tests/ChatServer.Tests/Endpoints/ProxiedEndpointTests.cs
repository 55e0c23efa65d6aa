using System.Net.Security;
using System.Text;
using ChatServer.Host.Endpoints;
using ChatServer.Tests.Running;

namespace ChatServer.Tests.Endpoints;

/// <summary>Clients that come through a proxy, by real sockets.</summary>
public sealed class ProxiedEndpointTests(TransportServer server) : IClassFixture<TransportServer>
{
    private const string Header = "PROXY TCP4 198.51.100.3 127.0.0.1 56324 6667";

    [Fact]
    public async Task A_client_is_where_the_trusted_proxy_says()
    {
        using var client = await LineClient.ConnectAsync(server.Plain);

        await client.SendAsync(Header, "NICK proxied1", "USER u 0 * :U");

        Assert.EndsWith("proxied1!~u@198.51.100.3", await client.ReadUntilAsync(" 001 "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_may_come_without_a_proxy_where_no_header_is_required()
    {
        using var client = await LineClient.ConnectAsync(server.Plain);

        await client.SendAsync("NICK proxied2", "USER u 0 * :U");

        Assert.EndsWith("proxied2!~u@127.0.0.1", await client.ReadUntilAsync(" 001 "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_from_anybody_else_is_not_believed()
    {
        using var client = await LineClient.ConnectAsync(server.Plain, from: "127.0.0.2");

        await client.SendAsync(Header, "NICK proxied3", "USER u 0 * :U");

        Assert.EndsWith("proxied3!~u@127.0.0.2", await client.ReadUntilAsync(" 001 "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_is_not_the_first_line_is_not_believed()
    {
        using var client = await LineClient.ConnectAsync(server.Plain);

        await client.SendAsync("NICK proxied4", Header, "USER u 0 * :U");

        Assert.EndsWith("proxied4!~u@127.0.0.1", await client.ReadUntilAsync(" 001 "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "NICK alice")]
    [InlineData("127.0.0.1", "PROXY TCP4 nonsense")]
    [InlineData("127.0.0.2", Header)]
    public async Task Without_a_valid_header_from_a_trusted_proxy_the_connection_is_closed_where_one_is_required(string from, string line)
    {
        using var client = await LineClient.ConnectAsync(server.Proxied, from);

        await client.SendAsync(line);

        Assert.Null(await client.ReadLineOrResetAsync());
    }

    [Fact]
    public async Task A_header_comes_before_TLS()
    {
        using var client = await LineClient.ConnectAsync(server.ProxiedTls);
        await client.SendAsync(Header);
        await using var tls = new SslStream(client.Stream, leaveInnerStreamOpen: true, TransportServer.IsItsCertificate);
        await tls.AuthenticateAsClientAsync("localhost");

        await tls.WriteAsync("NICK proxied5\r\nUSER u 0 * :U\r\n"u8.ToArray());
        using var reader = new StreamReader(tls, Encoding.UTF8);

        Assert.EndsWith("proxied5!~u@198.51.100.3", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_may_show_a_certificate_that_nobody_signed()
    {
        using var client = await LineClient.ConnectAsync(server.ProxiedTls);
        await client.SendAsync(Header);
        using var own = ServerCertificate.SelfSigned("client.example", TimeProvider.System).Leaf;
        await using var tls = new SslStream(client.Stream, leaveInnerStreamOpen: true, TransportServer.IsItsCertificate);
        await tls.AuthenticateAsClientAsync("localhost", [own], checkCertificateRevocation: false);

        await tls.WriteAsync("PING 1\r\n"u8.ToArray());
        using var reader = new StreamReader(tls, Encoding.UTF8);

        Assert.Equal(":chat.localhost PONG chat.localhost :1", await reader.ReadLineAsync());
        Assert.True(tls.IsMutuallyAuthenticated);
    }
}
