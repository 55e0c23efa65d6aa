using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using ChatServer.Tests.Running;

namespace ChatServer.Tests.Endpoints;

/// <summary>IRC through WebSockets. Source: IRCv3 websocket.</summary>
public sealed class WebSocketEndpointTests(TransportServer server) : IClassFixture<TransportServer>
{
    private const string Text = "text.ircv3.net";
    private const string Binary = "binary.ircv3.net";

    private string Uri => $"ws://127.0.0.1:{server.WebSocket}/";

    [Theory]
    [InlineData(Binary, Binary, WebSocketMessageType.Binary)]
    [InlineData(Text, Text, WebSocketMessageType.Text)]
    [InlineData("text.ircv3.net binary.ircv3.net", Text, WebSocketMessageType.Text)]
    [InlineData("", null, WebSocketMessageType.Text)]
    public async Task Messages_are_of_the_type_that_was_agreed_on(string offered, string? chosen, WebSocketMessageType type)
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, offered.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        await client.SendAsync("PING 1"u8.ToArray(), type);

        Assert.Equal(chosen, client.Socket.SubProtocol);
        var (received, bytes) = await client.ReceiveAsync();
        Assert.Equal((type, ":chat.localhost PONG chat.localhost :1"), (received, Encoding.UTF8.GetString(bytes)));
    }

    // "each message MUST consist of a single IRC line, except that servers and clients MUST NOT include trailing \r or \n characters"
    [Fact]
    public async Task Each_line_of_a_burst_is_a_message()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text]);
        await client.SendAsync("NICK ws1", "USER ws1 0 * :ws1");
        var lines = new List<string>();

        while (lines.Count == 0 || !lines[^1].Contains(" 376 ", StringComparison.Ordinal))
            lines.Add(Encoding.UTF8.GetString((await client.ReceiveAsync()).Bytes));

        Assert.True(lines.Count > 10);
        Assert.All(lines, line => Assert.StartsWith(":chat.localhost ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Equal(-1, line.AsSpan().IndexOfAny('\r', '\n')));
    }

    [Fact]
    public async Task Those_who_come_by_WebSocket_and_those_who_do_not_talk_to_each_other()
    {
        using var web = await WebSocketClient.ConnectAsync(Uri, [Text]);
        await web.RegisterAsync("ws2");
        using var plain = await LineClient.ConnectAsync(server.Plain);
        await plain.SendAsync("NICK plain2", "USER u 0 * :U");
        await plain.ReadUntilAsync(" 376 ");

        await web.SendAsync("PRIVMSG plain2 :grüße");
        await plain.SendAsync("PRIVMSG ws2 :hello");

        Assert.Equal(":ws2!~ws2@127.0.0.1 PRIVMSG plain2 :grüße", await plain.ReadLineAsync());
        Assert.Equal(":plain2!~u@127.0.0.1 PRIVMSG ws2 :hello", await web.ReadUntilAsync("PRIVMSG"));
    }

    [Fact]
    public async Task A_message_may_come_in_parts()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Binary]);

        await client.SendAsync("PI"u8.ToArray(), WebSocketMessageType.Binary, isEnd: false);
        await client.SendAsync("NG 1"u8.ToArray(), WebSocketMessageType.Binary, isEnd: false);
        await client.SendAsync([], WebSocketMessageType.Binary);

        Assert.EndsWith("PONG chat.localhost :1", await client.ReadUntilAsync("PONG"), StringComparison.Ordinal);
    }

    // "Maximum message size is reduced by two bytes accordingly (ie. to 510 bytes by default for the non-tags part of a message)"
    [Fact]
    public async Task A_message_may_have_510_bytes()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text]);

        await client.SendAsync("PING ".PadRight(510, 'x'));
        await client.SendAsync("PING ".PadRight(511, 'x'));

        await client.ReadUntilAsync("PONG");
        await client.ReadUntilAsync(" 417 ");
    }

    [Fact]
    public async Task A_message_without_end_closes_the_connection()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text]);

        await client.SendAsync(new byte[30_000].Select(_ => (byte)'x').ToArray(), WebSocketMessageType.Text, isEnd: false);

        await client.ReadUntilAsync("ERROR :Closing Link: 127.0.0.1 (Line too long)");
        Assert.Equal(WebSocketMessageType.Close, (await client.ReceiveAsync()).Type);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Binary]);
        await client.RegisterAsync("ws3");

        await client.SendAsync([.. "PRIVMSG ws3 :caf"u8, 0xE9], WebSocketMessageType.Binary);

        Assert.Contains("FAIL PRIVMSG INVALID_UTF8", await client.ReadUntilAsync("FAIL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_ends_the_connection()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text]);
        await client.RegisterAsync("ws4");

        await client.SendAsync([.. "PRIVMSG ws4 :caf"u8, 0xE9], WebSocketMessageType.Text);

        Assert.Equal(WebSocketMessageType.Close, (await client.ReceiveAsync()).Type);
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, client.Socket.CloseStatus);
    }

    [Fact]
    public async Task A_quit_is_answered_with_the_last_line_and_a_close_frame()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text]);

        await client.SendAsync("QUIT :bye");

        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Quit: bye)", await client.ReadUntilAsync("ERROR"));
        Assert.Equal(WebSocketMessageType.Close, (await client.ReceiveAsync()).Type);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.Socket.CloseStatus);
    }

    [Fact]
    public async Task A_client_that_closes_has_quit_and_gets_its_close_frame_back()
    {
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text]);
        await client.RegisterAsync("ws5");
        await client.SendAsync("JOIN #ws5");
        await client.ReadUntilAsync(" 366 ");
        using var plain = await LineClient.ConnectAsync(server.Plain);
        await plain.SendAsync("NICK plain5", "USER u 0 * :U", "JOIN #ws5");
        await plain.ReadUntilAsync(" 366 ");

        await client.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);

        Assert.Equal(WebSocketState.Closed, client.Socket.State);
        Assert.Equal(":ws5!~ws5@127.0.0.1 QUIT :Connection closed", await plain.ReadLineAsync());
    }

    [Fact]
    public async Task Any_path_and_any_origin_will_do()
    {
        using var client = await WebSocketClient.ConnectAsync(
            Uri + "some/where?else", [Text], configure: options => options.SetRequestHeader("Origin", "https://example.org"));

        await client.SendAsync("PING 1");

        await client.ReadUntilAsync("PONG");
    }

    [Fact]
    public async Task A_browser_that_just_looks_gets_a_hint()
    {
        using var http = new HttpClient();

        var hint = await http.GetStringAsync(new Uri($"http://127.0.0.1:{server.WebSocket}/"));

        Assert.StartsWith("This is an IRC server.", hint, StringComparison.Ordinal);
    }

    // There is room for a limited number of those who have yet to become WebSockets.
    [Fact]
    public async Task A_browser_that_just_looks_does_not_keep_its_connection()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.WebSocket);
        var request = "GET / HTTP/1.1\r\nHost: chat.localhost\r\n\r\n"u8.ToArray();
        await client.GetStream().WriteAsync((byte[])[.. request, .. request]);

        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(1, answer.Split("HTTP/1.1 200 OK").Length - 1);
    }

    [Fact]
    public async Task Whoever_just_looks_by_HTTP_2_does_not_keep_his_connection_either()
    {
        var opened = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                Interlocked.Increment(ref opened);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = TransportServer.IsItsCertificate;
        using var http = new HttpClient(handler)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var uri = new Uri($"https://127.0.0.1:{server.WebSocketTls}/");

        // A request may still get in before the client knows that the connection is to end.
        for (var requests = 0; requests < 20 && opened < 2; requests++) await http.GetStringAsync(uri);

        Assert.Equal(2, opened);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_WebSocket_in_TLS_is_secure(string httpVersion)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = TransportServer.IsItsCertificate;
        using var http = new HttpMessageInvoker(handler);
        using var client = await WebSocketClient.ConnectAsync(
            $"wss://127.0.0.1:{server.WebSocketTls}/",
            [Text],
            http,
            options =>
            {
                options.HttpVersion = Version.Parse(httpVersion);
                options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            });
        var nick = $"ws{httpVersion[0]}s";
        await client.RegisterAsync(nick);

        await client.SendAsync($"WHOIS {nick}");

        await client.ReadUntilAsync(" 671 ");
    }

    [Fact]
    public async Task A_proxy_in_front_tells_where_the_client_is()
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = ConnectThroughProxyAsync };
        using var http = new HttpMessageInvoker(handler);
        using var client = await WebSocketClient.ConnectAsync(Uri, [Text], http);

        await client.SendAsync("NICK ws6", "USER u 0 * :U");

        Assert.EndsWith("ws6!~u@198.51.100.3", await client.ReadUntilAsync(" 001 "), StringComparison.Ordinal);

        static async ValueTask<Stream> ConnectThroughProxyAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
            await socket.SendAsync("PROXY TCP4 198.51.100.3 127.0.0.1 56324 8067\r\n"u8.ToArray(), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }
}
