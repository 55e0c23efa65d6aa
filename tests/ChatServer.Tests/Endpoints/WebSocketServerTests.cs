using System.Net.WebSockets;
using System.Text;
using ChatServer.Tests.Running;

namespace ChatServer.Tests.Endpoints;

/// <summary>What WebSocket clients see of servers with settings of their own.</summary>
public sealed class WebSocketServerTests
{
    private static readonly string[] Endpoints =
    [
        "--Endpoints:0:Port=0",
        "--Endpoints:1:Port=0", "--Endpoints:1:Protocol=WebSocket",
    ];

    [Fact]
    public async Task A_server_that_ends_says_so_and_closes_in_order()
    {
        using var server = ServerUnderTest.Start(Endpoints);
        using var client = await ConnectAsync(await server.ListeningAsync(), "text.ircv3.net");
        await client.RegisterAsync("alice");

        server.Signal("TERM");

        await client.ReadUntilAsync("ERROR :Closing Link: 127.0.0.1 (Server is shutting down)");
        Assert.Equal(WebSocketMessageType.Close, (await client.ReceiveAsync()).Type);
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await server.EndInOrderAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_close_its_side_does_not_keep_the_server_from_ending()
    {
        using var server = ServerUnderTest.Start([.. Endpoints, "--Timeouts:Shutdown=00:00:01"]);
        using var client = await ConnectAsync(await server.ListeningAsync(), "text.ircv3.net");
        await client.RegisterAsync("alice");

        server.Signal("TERM");

        await server.EndInOrderAsync();
    }

    [Fact]
    public async Task A_client_that_there_is_no_room_for_is_told_why()
    {
        using var server = ServerUnderTest.Start([.. Endpoints, "--Limits:Connections=1"]);
        var ports = await server.ListeningAsync();
        using var first = await ConnectAsync(ports, "text.ircv3.net");
        await first.RegisterAsync("alice");

        using var second = await ConnectAsync(ports, "text.ircv3.net");

        await second.ReadUntilAsync("ERROR :Closing Link: (The server is full)");
        Assert.Equal(WebSocketMessageType.Close, (await second.ReceiveAsync()).Type);
    }

    // "Servers MUST NOT relay non-UTF-8 content to clients using text messages"
    [Fact]
    public async Task Bytes_that_are_not_UTF8_reach_binary_clients_as_they_are_and_text_clients_replaced()
    {
        using var server = ServerUnderTest.Start([.. Endpoints, "--Server:Utf8Only=false"]);
        var ports = await server.ListeningAsync();
        using var text = await ConnectAsync(ports, "text.ircv3.net");
        using var binary = await ConnectAsync(ports, "binary.ircv3.net");
        await text.RegisterAsync("text");
        await binary.RegisterAsync("binary");
        using var plain = await LineClient.ConnectAsync(ports[0]);
        await plain.SendAsync("NICK plain", "USER u 0 * :U");
        await plain.ReadUntilAsync(" 376 ");

        await plain.Stream.WriteAsync((byte[])[.. "PRIVMSG text,binary :caf"u8, 0xE9, .. "\r\n"u8]);

        Assert.Equal(":plain!~u@127.0.0.1 PRIVMSG text :caf\uFFFD", Encoding.UTF8.GetString((await text.ReceiveAsync()).Bytes));
        Assert.Equal(":plain!~u@127.0.0.1 PRIVMSG binary :caf\u00E9", Encoding.Latin1.GetString((await binary.ReceiveAsync()).Bytes));
    }

    private static Task<WebSocketClient> ConnectAsync(IReadOnlyList<int> ports, string subProtocol) =>
        WebSocketClient.ConnectAsync($"ws://127.0.0.1:{ports[1]}/", [subProtocol]);
}
