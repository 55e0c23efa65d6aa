using System.Net;
using ChatServer.Domain;
using ChatServer.Engine.Users;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <summary>Owns who is connected: admits or refuses sockets, spawns and supervises a connection for each, and closes them all at the end.</summary>
/// <remarks>Open -> Draining -> stopped with the system.</remarks>
public sealed class ListenerActor : EngineActor
{
    /// <summary>A socket has been accepted. It is admitted, or told why not; either way <paramref name="WhenDone"/> is called once.</summary>
    /// <param name="Transport">The socket.</param>
    /// <param name="IsSecure">Whether it is encrypted.</param>
    /// <param name="WhenRefused">Called with the reason when the server has no room for it.</param>
    /// <param name="WhenDone">Called when the server is through with an admitted socket.</param>
    public sealed record Admit(ConnectionContext Transport, bool IsSecure, Action<string> WhenRefused, Action WhenDone);

    /// <summary>From a connection: it is about to close and no longer counts.</summary>
    /// <param name="Connection">Which.</param>
    public sealed record Leaving(ConnectionId Connection);

    /// <summary>The server ends: every connection is closed and no more is admitted. Answered <see cref="Done"/> when the last is gone.</summary>
    /// <param name="Reason">What clients are told.</param>
    public sealed record Shutdown(string Reason) : IRequest;

    private sealed record ConnectionStopped(ConnectionId Connection);

    private readonly EngineContext _engine;
    private readonly Neighbours _neighbours;
    private readonly ILogger _log;
    private readonly Dictionary<ConnectionId, IPAddress> _counted = [];
    private readonly AddressLimiter _addresses;
    private long _lastId;
    private int _most;
    private int _running;

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    /// <param name="users">The user directory.</param>
    /// <param name="rooms">The room directory.</param>
    /// <param name="directHistory">Who keeps what users say to each other.</param>
    public static Props PropsFor(EngineContext engine, IActorRef users, IActorRef rooms, IActorRef directHistory) =>
        Props.Create(() => new ListenerActor(engine, users, rooms, directHistory));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public ListenerActor(EngineContext engine, IActorRef users, IActorRef rooms, IActorRef directHistory)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _neighbours = new Neighbours(Self, users, rooms, directHistory);
        _addresses = new AddressLimiter(engine.Settings.Limits, engine.Clock);
        _log = engine.Loggers.CreateLogger("ChatServer.Listener");
        Become(Open);
    }

    /// <summary>A connection with a fault is stopped: its client is told, its user quits. Its state may be half changed, and a client can
    /// always connect anew.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Open()
    {
        Counts();
        Receive<Admit>(OnAdmit);
        Receive<ConnectionStopped>(stopped => OnStopped(stopped));
        Receive<Shutdown>(OnShutdown);
    }

    private void Draining(IActorRef asker)
    {
        Counts();
        Receive<Admit>(admit => admit.WhenRefused("Server is shutting down"));
        Receive<ConnectionStopped>(stopped =>
        {
            OnStopped(stopped);
            if (_running == 0) asker.Tell(Done.Instance);
        });
    }

    /// <inheritdoc/>
    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(Dropped));

    private void Counts()
    {
        Receive<Dropped>(OnDropped);
        Receive<Leaving>(leaving => Uncount(leaving.Connection));
        Receive<CountsSoFar>(counts => _neighbours.Users.Forward(counts with { Connections = _counted.Count, MostConnections = _most }));
    }

    private void OnAdmit(Admit admit)
    {
        var address = (admit.Transport.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.Loopback;
        if (Refuse(address) is { } reason)
        {
            _log.LogInformation("{Address} is refused: {Reason}", address, reason);
            admit.WhenRefused(reason);
            return;
        }

        var id = new ConnectionId(++_lastId);
        _addresses.Enter(address);
        _counted.Add(id, address);
        _running++;
        _most = Math.Max(_most, _counted.Count);
        var connection = Context.ActorOf(
            ConnectionActor.PropsFor(id, admit.Transport, admit.IsSecure, admit.WhenDone, _neighbours, _engine), id.ToString());
        Context.WatchWith(connection, new ConnectionStopped(id));
    }

    /// <summary>A connection has missed a message, so what its client knows is no longer true.</summary>
    private void OnDropped(Dropped dropped)
    {
        if (!Context.Child(dropped.Recipient.Path.Name).Equals(dropped.Recipient)) return;
        _log.LogWarning("{Connection} can't keep up with what it is told; it is closed", dropped.Recipient.Path.Name);
        Context.Stop(dropped.Recipient);
    }

    private string? Refuse(IPAddress address)
    {
        var most = _engine.Settings.Limits.Connections;
        if (most > 0 && _counted.Count >= most) return "The server is full";
        return _addresses.Refuse(address);
    }

    private void OnStopped(ConnectionStopped stopped)
    {
        _running--;
        Uncount(stopped.Connection);
    }

    private void Uncount(ConnectionId connection)
    {
        if (_counted.Remove(connection, out var address)) _addresses.Leave(address);
    }

    private void OnShutdown(Shutdown shutdown)
    {
        _log.LogDebug("Closing {Connections} connections: {Reason}", _running, shutdown.Reason);
        var asker = Sender;
        if (_running == 0) asker.Tell(Done.Instance);
        Become(() => Draining(asker));
        foreach (var connection in Context.GetChildren()) connection.Tell(new ConnectionActor.Close(shutdown.Reason));
    }
}
