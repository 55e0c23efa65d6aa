using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace ChatLoad.Wire;

/// <summary>Turns an HTTP connection into a WebSocket. Source: RFC 6455 section 4.1; IRCv3 WebSocket.</summary>
internal static class WebSocketHandshake
{
    private const string KeyOfTheProtocol = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const string Subprotocol = "text.ircv3.net";
    private const int LongestAnswer = 8 * 1024;

    /// <summary>Requests a WebSocket.</summary>
    /// <exception cref="IOException">The server refused; the message contains its answer.</exception>
    public static async Task<WebSocket> UpgradeAsync(Stream stream, Target target)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {target.Path} HTTP/1.1\r\nHost: {target.Host}:{target.EndPoint.Port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Protocol: {Subprotocol}\r\n\r\n"));

        var answer = await ReadAnswerAsync(stream);
        if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            throw new IOException($"no WebSocket: the server answered \"{answer.Split('\r')[0]}\"");
        if (!answer.Contains(AcceptFor(key), StringComparison.Ordinal))
            throw new IOException("no WebSocket: the server's Sec-WebSocket-Accept is wrong");

        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            SubProtocol = Subprotocol,
            KeepAliveInterval = TimeSpan.Zero, // It would write from another thread; IRC has its own PING.
        });
    }

    // Byte by byte: what follows the empty line is the first frame, and belongs to the WebSocket.
    private static async Task<string> ReadAnswerAsync(Stream stream)
    {
        var answer = new StringBuilder();
        var one = new byte[1];
        while (answer.Length < LongestAnswer && await stream.ReadAsync(one) == 1)
        {
            answer.Append((char)one[0]);
            if (one[0] == '\n' && answer.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                return answer.ToString();
        }

        throw new IOException("no WebSocket: the server closed, or its answer has no end");
    }

    // CA5350 wants SHA-1 replaced; the protocol fixes it, and no secret depends on it.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6455 section 4.2.2 prescribes SHA-1.")]
    private static string AcceptFor(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + KeyOfTheProtocol)));
}
