using System.Net;
using System.Net.Sockets;
using ChatServer.Host.Endpoints;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Transport;

/// <summary>Listens for Kestrel on the event loops, where an endpoint asks for it with a <see cref="LoopEndPoint"/>.</summary>
internal sealed class LoopTransport(EventLoops loops, TimeProvider clock, ILogger<LoopTransport> log)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private const int Backlog = 4096;

    public bool CanBind(EndPoint endpoint) => endpoint is LoopEndPoint;

    /// <exception cref="StartException">Somebody else listens there, or the operating system refuses.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return new(new LoopListener((LoopEndPoint)endpoint, Backlog, loops.All, clock, log));
        }
        catch (SocketException fault)
        {
            throw CannotListen.On(endpoint, fault);
        }
    }
}

/// <summary>An address to be served by the event loops.</summary>
internal sealed class LoopEndPoint(IPEndPoint address) : IPEndPoint(address.Address, address.Port);
