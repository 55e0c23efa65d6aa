using System.Net.Sockets;
using ChatServer.Host.Lifetime;
using ChatServer.Host.Transport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Endpoints;

/// <summary>Opens the endpoints that speak nothing but IRC, without Kestrel in between: a socket goes from the event loop to the listener
/// actor.</summary>
internal sealed class DirectEndpoints(
    ServerEndpoints endpoints, EventLoops loops, ChatService chat, TimeProvider clock, ILogger<DirectEndpoints> log)
    : IHostedService, IDisposable
{
    private readonly List<LoopListener> _listeners = [];

    /// <exception cref="StartException">Somebody else listens there, or the operating system refuses.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var endpoint in endpoints.Direct)
        {
            try
            {
                var listener = new LoopListener(endpoint.Address, chat.Serve, loops.All, clock, log);
                _listeners.Add(listener);
                endpoints.OnOpened(endpoint, listener.EndPoint);
            }
            catch (SocketException fault)
            {
                throw CannotListen.On(endpoint.Address, fault);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var listener in _listeners) listener.Dispose();
    }
}
