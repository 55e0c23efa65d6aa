using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Host.Transport;

/// <summary>Listens for Kestrel on the event loops, for endpoints given as a <see cref="LoopEndPoint"/>.</summary>
internal sealed class LoopTransport(LoopListeners listeners) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is LoopEndPoint;

    /// <exception cref="StartException">The address is in use, or the operating system refuses.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var accepted = Channel.CreateUnbounded<ConnectionContext>();
        var listener = listeners.Bind((LoopEndPoint)endpoint, connection => accepted.Writer.TryWrite(connection));
        return new(new KestrelListener(listener, accepted));
    }

    /// <summary>A listener that hands out each connection when asked for it, as Kestrel does.</summary>
    private sealed class KestrelListener(LoopListener listener, Channel<ConnectionContext> accepted) : IConnectionListener
    {
        public EndPoint EndPoint => listener.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            await accepted.Reader.WaitToReadAsync(cancellationToken) && accepted.Reader.TryRead(out var connection) ? connection : null;

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            listener.Dispose();
            accepted.Writer.TryComplete();
            return default;
        }

        public async ValueTask DisposeAsync()
        {
            await UnbindAsync();
            while (accepted.Reader.TryRead(out var nobodys)) await nobodys.DisposeAsync();
        }
    }
}

/// <summary>An address to be served by the event loops.</summary>
internal sealed class LoopEndPoint(IPEndPoint address) : IPEndPoint(address.Address, address.Port);
