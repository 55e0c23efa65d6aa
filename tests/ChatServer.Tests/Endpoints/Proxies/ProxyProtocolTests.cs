using System.IO.Pipelines;
using System.Net;
using System.Text;
using ChatServer.Actors.TestKit;
using ChatServer.Engine.Connections;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints.Proxies;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Tests.Endpoints.Proxies;

public sealed class ProxyProtocolTests
{
    private const string Header = "PROXY TCP4 198.51.100.3 192.0.2.1 56324 6667\r\n";
    private const string Proxy = "192.0.2.1";
    private const string Stranger = "192.0.2.99";

    private readonly TestScheduler _clock = new();
    private readonly Pipe _input = new();
    private string? _served;

    [Theory]
    [InlineData("Allowed", Proxy, Header, "198.51.100.3:56324 NICK alice")]
    [InlineData("Required", Proxy, Header, "198.51.100.3:56324 NICK alice")]
    [InlineData("Allowed", Proxy, "PROXY UNKNOWN\r\n", "192.0.2.1:1 NICK alice")]
    [InlineData("Allowed", Proxy, "", "192.0.2.1:1 NICK alice")]
    [InlineData("Allowed", Stranger, Header, "192.0.2.99:1 " + Header + "NICK alice")]
    [InlineData("Allowed", Stranger, "", "192.0.2.99:1 NICK alice")]
    [InlineData("Allowed", Proxy, "PROXY nonsense\r\n", null)]
    [InlineData("Required", Proxy, "PROXY nonsense\r\n", null)]
    [InlineData("Required", Proxy, "", null)]
    [InlineData("Required", Stranger, Header, null)]
    public async Task A_header_of_a_trusted_proxy_is_taken_off(string expected, string peer, string header, string? served)
    {
        await _input.Writer.WriteAsync(Encoding.ASCII.GetBytes(header + "NICK alice"));
        await HandleAsync(expected, peer);

        Assert.Equal(served, _served);
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_served_after_five_seconds_where_no_header_is_required()
    {
        var handled = HandleAsync("Allowed", Proxy);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(handled.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await _input.Writer.WriteAsync("NICK alice"u8.ToArray());
        await handled;

        Assert.Equal("192.0.2.1:1 NICK alice", _served);
    }

    [Fact]
    public async Task What_came_of_a_header_in_five_seconds_is_not_lost()
    {
        await _input.Writer.WriteAsync("PRO"u8.ToArray());
        var handled = HandleAsync("Allowed", Proxy);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await _input.Writer.WriteAsync("XY"u8.ToArray());
        await handled;

        Assert.Equal("192.0.2.1:1 PROXY", _served);
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_closed_after_five_seconds_where_a_header_is_required()
    {
        await _input.Writer.WriteAsync("PROXY TCP4 "u8.ToArray());
        var handled = HandleAsync("Required", Proxy);
        Assert.False(handled.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(5));
        await handled;

        Assert.Null(_served);
    }

    [Fact]
    public async Task A_client_that_leaves_before_its_header_has_come_is_forgotten()
    {
        var handled = HandleAsync("Required", Proxy);
        await _input.Writer.CompleteAsync(new IOException("reset"));
        await handled;

        Assert.Null(_served);
    }

    private Task HandleAsync(string expected, string peer)
    {
        var connection = new DefaultConnectionContext
        {
            RemoteEndPoint = new IPEndPoint(IPAddress.Parse(peer), 1),
            Transport = new Duplex(_input.Reader, new Pipe().Writer),
        };
        var proxy = new ProxyProtocol(
            ServeAsync,
            Enum.Parse<ProxyHeader>(expected),
            new AddressRanges([$"{Proxy}/32"]),
            _clock,
            NullLogger<ProxyProtocol>.Instance);
        return proxy.HandleAsync(connection);
    }

    private async Task ServeAsync(ConnectionContext connection)
    {
        var read = await connection.Transport.Input.ReadAsync();
        _served = $"{connection.RemoteEndPoint} {Encoding.ASCII.GetString(read.Buffer)}";
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
