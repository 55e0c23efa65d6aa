using System.Net.WebSockets;
using System.Text;

namespace ChatServer.Tests.Running;

/// <summary>A client that speaks through a WebSocket, with a deadline for each message.</summary>
internal sealed class WebSocketClient : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public ClientWebSocket Socket { get; } = new();

    public static async Task<WebSocketClient> ConnectAsync(
        string uri, string[] subProtocols, HttpMessageInvoker? http = null, Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new WebSocketClient();
        foreach (var subProtocol in subProtocols) client.Socket.Options.AddSubProtocol(subProtocol);
        configure?.Invoke(client.Socket.Options);
        await client.Socket.ConnectAsync(new Uri(uri), http, CancellationToken.None).WaitAsync(Deadline);
        return client;
    }

    /// <summary>Sends each line as a text message.</summary>
    public async Task SendAsync(params string[] lines)
    {
        foreach (var line in lines) await SendAsync(Encoding.UTF8.GetBytes(line), WebSocketMessageType.Text);
    }

    public Task SendAsync(byte[] bytes, WebSocketMessageType type, bool isEnd = true) =>
        Socket.SendAsync(bytes, type, isEnd, CancellationToken.None).WaitAsync(Deadline);

    /// <summary>The next message: its type and its bytes, none for a close frame.</summary>
    public async Task<(WebSocketMessageType Type, byte[] Bytes)> ReceiveAsync()
    {
        var message = new MemoryStream();
        var buffer = new byte[256];
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Deadline);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return (part.MessageType, message.ToArray());
        }
    }

    /// <summary>The next message that has <paramref name="words"/> in it.</summary>
    /// <exception cref="EndOfStreamException">None came before the close frame.</exception>
    public async Task<string> ReadUntilAsync(string words)
    {
        while (await ReceiveAsync() is { Type: not WebSocketMessageType.Close } message)
        {
            var text = Encoding.UTF8.GetString(message.Bytes);
            if (text.Contains(words, StringComparison.Ordinal)) return text;
        }

        throw new EndOfStreamException($"No message with \"{words}\" came.");
    }

    public async Task RegisterAsync(string nick)
    {
        await SendAsync($"NICK {nick}", $"USER {nick} 0 * :{nick}");
        await ReadUntilAsync($" 376 {nick} ");
    }

    public void Dispose() => Socket.Dispose();
}
