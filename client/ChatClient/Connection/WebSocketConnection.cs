using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using ChatServer.Protocol;

namespace ChatClient.Connection;

/// <summary>Messages over a WebSocket: each is a frame of its own, without CR LF. Source: IRCv3 websocket.</summary>
internal sealed class WebSocketConnection : IrcConnection
{
    /// <summary>The requested sub-protocol.</summary>
    public const string TextProtocol = "text.ircv3.net";

    private const int MostBytesOfFrame = 32 * 1024;

    private readonly WebSocket _socket;
    private readonly HttpMessageInvoker _invoker;
    private readonly WireBuffer _buffer = new();

    /// <summary>A connection over an open WebSocket.</summary>
    /// <param name="socket">The WebSocket; owned from here on.</param>
    /// <param name="invoker">What opened it; owned from here on.</param>
    /// <param name="security">What protects it, or null.</param>
    public WebSocketConnection(WebSocket socket, HttpMessageInvoker invoker, string? security)
    {
        _socket = socket;
        _invoker = invoker;
        Security = security;
        StartWriting();
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<IrcMessage> ReadAllAsync()
    {
        var frame = new ArrayBufferWriter<byte>(4 * 1024);
        while (true)
        {
            var result = await ReceiveAsync(frame);
            if (result.MessageType == WebSocketMessageType.Close)
                yield break;
            if (!result.EndOfMessage)
                continue;

            if (IrcMessage.TryParse(frame.WrittenSpan.TrimEnd("\r\n"u8), out var message, out _))
                yield return message;
            frame.Clear();
        }
    }

    /// <inheritdoc/>
    protected override async Task WriteAsync(ChannelReader<IrcMessage> messages)
    {
        while (messages.TryRead(out var message))
        {
            _buffer.Clear();
            message.Write(_buffer);
            var line = _buffer.WrittenMemory[..^"\r\n".Length];
            try
            {
                await _socket.SendAsync(line, WebSocketMessageType.Text, endOfMessage: true, Closing);
            }
            catch (WebSocketException error)
            {
                throw new IOException(error.Message, error);
            }
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask CloseAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // It is closed in any case.
        }

        _socket.Dispose();
        _invoker.Dispose();
    }

    private async Task<ValueWebSocketReceiveResult> ReceiveAsync(ArrayBufferWriter<byte> frame)
    {
        try
        {
            var result = await _socket.ReceiveAsync(frame.GetMemory(4 * 1024), Closing);
            frame.Advance(result.Count);
            if (frame.WrittenCount > MostBytesOfFrame)
                throw new IOException("the server sent a line without an end");
            return result;
        }
        catch (WebSocketException error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
