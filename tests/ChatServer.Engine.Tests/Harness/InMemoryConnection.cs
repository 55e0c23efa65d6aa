using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>A connection whose two ends are in this process: the server's is a <see cref="ConnectionContext"/> as from a socket.</summary>
internal sealed class InMemoryConnection
{
    // As a socket's: reading and writing stop when this much has not been taken by the other side.
    private const int BufferBytes = 64 * 1024;

    private InMemoryConnection(ConnectionContext server, IDuplexPipe client)
    {
        Server = server;
        Client = client;
    }

    public ConnectionContext Server { get; }

    public IDuplexPipe Client { get; }

    public static InMemoryConnection Create(IPAddress? address = null)
    {
        var options = new PipeOptions(
            pauseWriterThreshold: BufferBytes, resumeWriterThreshold: BufferBytes / 2, useSynchronizationContext: false);
        var toServer = new Pipe(options);
        var toClient = new Pipe(options);
        var context = new DefaultConnectionContext
        {
            Transport = new Duplex(toServer.Reader, toClient.Writer),
            RemoteEndPoint = new IPEndPoint(address ?? IPAddress.Loopback, 0),
        };
        return new InMemoryConnection(context, new Duplex(toClient.Reader, toServer.Writer));
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
