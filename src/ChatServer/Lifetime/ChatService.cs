using ChatServer.Engine;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Lifetime;

/// <summary>The chat between the sockets and the actors: lets connections in, and closes them all before the sockets are closed.</summary>
/// <remarks>
/// The host starts the actor system, then this, then Kestrel, and stops them in reverse order. Kestrel would wait for connections that
/// nobody closes, so they are closed in <see cref="StoppingAsync"/>, which comes before all of that.
/// </remarks>
internal sealed class ChatService(IRequiredActor<ChatActor> chat, ILogger<ChatService> log) : IHostedLifecycleService
{
    private const string Goodbye = "Server is shutting down";

    /// <summary>How long all connections together may take to close.</summary>
    /// <remarks>Each has a shorter deadline of its own, <see cref="TimeoutSettings.Shutdown"/>; this one is for a machine so busy that
    /// timers come late.</remarks>
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(4.3);

    private IActorRef _listener = ActorRefs.Nobody;
    private IActorRef _configuration = ActorRefs.Nobody;
    private ConnectionDoor? _door;

    /// <summary>What Kestrel does with each connection. Any thread, once the chat has started.</summary>
    public Task HandleAsync(ConnectionContext connection) => _door!.HandleAsync(connection);

    /// <summary>Serves a connection and disposes of it when the chat is done with it. Any thread, once the chat has started.</summary>
    public void Serve(ConnectionContext connection) => _door!.Serve(connection);

    /// <summary>Has the settings read again; what comes of it is logged. Any thread, once the chat has started.</summary>
    /// <param name="by">Who asks, for the log.</param>
    public void Reload(string by) => _ = _configuration.Ask<IAnswer>(new ConfigurationActor.Reload(by, _listener));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var root = await chat.GetAsync(cancellationToken);
        var answer = await root.Ask<ChatActor.Answer>(new ChatActor.GetNeighbours(), timeout: null, cancellationToken);
        _listener = answer.Neighbours.Listener;
        _configuration = answer.Neighbours.Configuration;
        _door = new ConnectionDoor(_listener);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _listener.Ask<Done>(new ListenerActor.Shutdown(Goodbye), CloseWithin, cancellationToken);
        }
        catch (Exception late) when (late is AskTimeoutException or OperationCanceledException)
        {
            log.LogWarning("Some connections did not close within {Deadline}; they are cut", CloseWithin);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
