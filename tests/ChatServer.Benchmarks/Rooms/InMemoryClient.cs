using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using ChatServer.Engine.Connections;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Benchmarks.Rooms;

/// <summary>The client's end of a connection in memory.</summary>
internal sealed class InMemoryClient
{
    // The server is told of bytes on the thread that sends them: a thread of the pool would only be one more to wait for.
    private readonly Pipe _toServer = new(new PipeOptions(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));

    public InMemoryClient(ConnectionDoor door, Arrivals arrivals, IPAddress address) => door.Serve(new DefaultConnectionContext
    {
        Transport = new Duplex(_toServer.Reader, new CountedOutput(arrivals)),
        RemoteEndPoint = new IPEndPoint(address, 0),
    });

    /// <summary>Sends whole lines.</summary>
    public void Send(ReadOnlySpan<byte> lines)
    {
        _toServer.Writer.Write(lines);
        var flush = _toServer.Writer.FlushAsync();
        if (!flush.IsCompletedSuccessfully) throw new InvalidOperationException("The server does not read.");
        flush.GetAwaiter().GetResult();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
