using ChatServer.Host.Lifetime;
using ChatServer.Host.Transport;
using Microsoft.Extensions.Hosting;

namespace ChatServer.Host.Endpoints;

/// <summary>Opens the endpoints that speak plain IRC, without Kestrel in between: a socket goes from the event loop to the listener
/// actor.</summary>
internal sealed class DirectEndpoints(ServerEndpoints endpoints, LoopListeners listeners, ChatService chat) : IHostedService, IDisposable
{
    private readonly List<LoopListener> _listeners = [];

    /// <exception cref="StartException">Somebody else listens there, or the operating system refuses.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var endpoint in endpoints.Direct)
        {
            var listener = listeners.Bind(endpoint.Address, chat.Serve);
            _listeners.Add(listener);
            endpoints.OnOpened(endpoint, listener.EndPoint);
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
