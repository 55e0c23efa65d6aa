using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Authentication;

namespace ChatLoad.Wire;

/// <summary>Lines over TLS, WebSocket or both.</summary>
/// <remarks>Certificates are not checked: servers are tested with whatever they have. A WebSocket message is a line without its end.
/// Source: IRCv3 WebSocket.</remarks>
internal sealed class StreamLink : Link
{
    private readonly Target _target;
    private readonly LinkStream _bytes;
    private LineAssembler _lines;
    private SslStream? _tls;
    private WebSocket? _webSocket;
    private byte[] _message = [];

    /// <inheritdoc cref="Link(EventLoop, Target, int, int, ILinkOwner)"/>
    public StreamLink(EventLoop loop, Target target, int number, int receiveBuffer, ILinkOwner owner)
        : base(loop, target, number, receiveBuffer, owner)
    {
        _target = target;
        _bytes = new LinkStream(loop, Socket, Write);
    }

    /// <inheritdoc/>
    public override void Send(ReadOnlySpan<byte> lines)
    {
        if (IsClosed)
            return;
        if (_webSocket is null)
        {
            _tls!.Write(lines);
            return;
        }

        for (var lf = lines.IndexOf((byte)'\n'); lf >= 0; lf = lines.IndexOf((byte)'\n'))
        {
            var line = lines[..lf].TrimEnd((byte)'\r');
            if (_message.Length < line.Length)
                _message = new byte[Math.Max(1024, line.Length)];
            line.CopyTo(_message);
            Completed(_webSocket.SendAsync(
                _message.AsMemory(0, line.Length), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
            lines = lines[(lf + 1)..];
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (IsClosed)
            return;
        base.Dispose();
        _webSocket?.Dispose();
        _tls?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnConnected() => _ = RunAsync();

    /// <inheritdoc/>
    protected override void OnReadable(bool untilEmpty) => _bytes.OnReadable();

    // Writes never wait: what the socket does not take, the link keeps.
    private static void Completed(ValueTask writing)
    {
        if (!writing.IsCompleted)
            throw new InvalidOperationException("A write to the loop's own stream has waited.");
        writing.GetAwaiter().GetResult();
    }

    private async Task RunAsync()
    {
        try
        {
            var stream = await OpenAsync();
            Loop.VerifyThread();
            Owner.OnOpen();
            while (!IsClosed && await ReadAsync(stream))
            {
            }

            Fail("closed by the server");
        }
        catch (Exception error) when (error is IOException or AuthenticationException or WebSocketException or ObjectDisposedException)
        {
            Fail(error.Message);
        }
        catch (Exception error)
        {
            // Nobody awaits this task: a fault of ours, or of the called scenario, goes to whoever runs the loop.
            Loop.Fail(error);
        }
    }

    [SuppressMessage("Security", "CA5359", Justification = "Servers are tested with the certificate they have; nothing secret is sent.")]
    private async Task<Stream> OpenAsync()
    {
        Stream stream = _bytes;
        if (_target.Transport is Transport.Tls or Transport.SecureWebSocket)
        {
            _tls = new SslStream(stream, leaveInnerStreamOpen: false);
            await _tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = _target.Host,
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            });
            stream = _tls;
        }

        if (_target.Transport is Transport.WebSocket or Transport.SecureWebSocket)
            _webSocket = await WebSocketHandshake.UpgradeAsync(stream, _target);
        return stream;
    }

    // All links read into the same input: nothing else runs between the arrival of bytes and the end of Take.
    private async ValueTask<bool> ReadAsync(Stream stream)
    {
        var destination = Loop.Input.AsMemory(LineAssembler.Head, EventLoop.InputSize - 1);
        var received = _webSocket is null
            ? await stream.ReadAsync(destination)
            : await ReadMessageAsync(_webSocket, destination);
        Loop.VerifyThread();
        if (received > 0 && !_lines.Take(Loop.Input, received, this))
            throw new IOException("the server sent a line without an end");
        return received > 0;
    }

    private async ValueTask<int> ReadMessageAsync(WebSocket webSocket, Memory<byte> destination)
    {
        var part = await webSocket.ReceiveAsync(destination, CancellationToken.None);
        if (part.MessageType == WebSocketMessageType.Close)
            return 0;

        if (!part.EndOfMessage)
            return part.Count == 0 ? await ReadMessageAsync(webSocket, destination) : part.Count;
        Loop.Input[LineAssembler.Head + part.Count] = (byte)'\n';
        return part.Count + 1;
    }
}
