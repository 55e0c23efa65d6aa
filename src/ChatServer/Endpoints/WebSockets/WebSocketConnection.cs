using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ChatServer.Host.Endpoints.WebSockets;

/// <summary>A WebSocket that looks like a plain connection: bytes of lines in both directions.</summary>
/// <remarks>
/// <para>Two pumps carry messages between the socket and a pipe each. A pipe holds as much as a socket's buffer and then stops its writer,
/// so both directions are bounded as those of a plain connection are.</para>
/// <para>Closing: when the server has written its last line, a close frame follows it; the client's ends the input. A client that does not
/// answer is cut.</para>
/// </remarks>
internal sealed class WebSocketConnection : DefaultConnectionContext
{
    private const int BufferBytes = 64 * 1024;

    // The reader of incoming bytes is merely notified, which is quick. Sending must not run in the turn of the actor that wrote.
    private readonly Pipe _toServer = new(Bounded(readOn: PipeScheduler.Inline));
    private readonly Pipe _toClient = new(Bounded(readOn: PipeScheduler.ThreadPool));
    private readonly HttpContext _http;
    private readonly WebSocket _socket;

    /// <summary>Makes a connection of a socket.</summary>
    /// <param name="http">The request it was opened with.</param>
    /// <param name="socket">The socket; its owner disposes it.</param>
    public WebSocketConnection(HttpContext http, WebSocket socket)
        : base(http.TraceIdentifier)
    {
        _http = http;
        _socket = socket;
        Transport = new Duplex(_toServer.Reader, _toClient.Writer);
        RemoteEndPoint = new IPEndPoint(http.Connection.RemoteIpAddress ?? IPAddress.Loopback, http.Connection.RemotePort);
        ConnectionClosed = http.RequestAborted;
        Features.Set(http.Features.Get<ITlsHandshakeFeature>());
    }

    /// <summary>Has the connection served, and ends when the socket is closed.</summary>
    /// <param name="door">Who serves it.</param>
    /// <param name="type">How lines are sent.</param>
    /// <param name="closeWithin">How long the client may take to answer the server's close frame.</param>
    /// <param name="time">The time.</param>
    public async Task ServeAsync(ConnectionDelegate door, WebSocketMessageType type, TimeSpan closeWithin, TimeProvider time)
    {
        var pumps = Task.WhenAll(
            InboundMessages.PumpAsync(_socket, _toServer.Writer), OutboundMessages.PumpAsync(_toClient.Reader, _socket, type));
        await door(this);
        await Transport.Input.CompleteAsync();
        await Transport.Output.CompleteAsync();
        try
        {
            await pumps.WaitAsync(closeWithin, time);
        }
        catch (TimeoutException)
        {
            Abort(new ConnectionAbortedException("The client did not close its side."));
            await pumps;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The base would cancel a token of its own later, when it may be disposed already; the request has one.</remarks>
    public override void Abort(ConnectionAbortedException abortReason)
    {
        _socket.Abort();
        _http.Abort();
    }

    private static PipeOptions Bounded(PipeScheduler readOn) => new(
        readerScheduler: readOn,
        pauseWriterThreshold: BufferBytes,
        resumeWriterThreshold: BufferBytes / 2,
        useSynchronizationContext: false);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
