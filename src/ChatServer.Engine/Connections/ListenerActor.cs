using System.Net;
using ChatServer.Domain;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Users;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <summary>Owns who is connected: admits or refuses sockets, spawns and supervises a connection for each, and closes them all at the
/// end.</summary>
/// <remarks>Open -> Draining -> stopped with the system.</remarks>
public sealed partial class ListenerActor : EngineActor
{
    private sealed record ConnectionStopped(ConnectionId Connection);

    private readonly EngineContext _engine;
    private readonly Neighbours _neighbours;
    private readonly ILogger _log;
    private readonly Dictionary<ConnectionId, IPAddress> _counted = [];
    private readonly AddressLimiter _addresses;
    private readonly long[] _commandTotals = new long[CommandTable.All.Length];
    private long _lastId;
    private int _most;
    private int _running;

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    /// <param name="neighbours">The other actors; the listener itself is filled in.</param>
    public static Props PropsFor(EngineContext engine, Neighbours neighbours) => Props.Create(() => new ListenerActor(engine, neighbours));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public ListenerActor(EngineContext engine, Neighbours neighbours)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(neighbours);
        _engine = engine;
        _neighbours = neighbours with { Listener = Self };
        _addresses = new AddressLimiter(engine);
        _log = engine.Loggers.CreateLogger("ChatServer.Listener");
        Become(Open);
    }

    /// <summary>A connection with a fault is stopped: its client is told, its user quits. Its state may be half changed, and a client can
    /// always reconnect.</summary>
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
        Receive<Admit>(admit => admit.Refuse("Server is shutting down"));
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
        Receive<Relocate>(OnRelocate);
        Receive<Announce>(OnAnnounce);
        Receive<CommandsRun>(OnCommandsRun);
        Receive<GetCommandTotals>(_ => Sender.Tell(new CommandTotals([.. _commandTotals])));
        Receive<CountsSoFar>(counts => _neighbours.Users.Forward(counts with { Connections = _counted.Count, MostConnections = _most }));
    }

    private void OnAdmit(Admit admit)
    {
        var address = Peer.AddressOf(admit.Transport);
        if (Refuse(address) is { } reason)
        {
            _log.LogInformation("{Address} is refused: {Reason}", address, reason);
            admit.Refuse(reason);
            return;
        }

        var id = new ConnectionId(++_lastId);
        _addresses.Enter(address);
        _counted.Add(id, address);
        _running++;
        _most = Math.Max(_most, _counted.Count);
        var connection = Context.ActorOf(ConnectionActor.PropsFor(id, admit, _neighbours, _engine), id.ToString());
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
        return RefuseFrom(address);
    }

    // A proxy or gateway may have any number of connections: each counts for its user's real address as soon as that is known.
    private string? RefuseFrom(IPAddress address) =>
        _addresses.Refuse(address) is { } reason && !_engine.TrustedProxies.Contains(address) && !_engine.Gateways.Contains(address)
            ? reason
            : null;

    private void OnRelocate(Relocate relocate)
    {
        if (RefuseFrom(relocate.Address) is { } reason)
        {
            Sender.Tell(new Refused(reason));
            return;
        }

        // A connection that is leaving no longer counts.
        if (_counted.TryGetValue(relocate.Connection, out var before))
        {
            _addresses.Leave(before);
            _addresses.Enter(relocate.Address);
            _counted[relocate.Connection] = relocate.Address;
        }

        Sender.Tell(Done.Instance);
    }

    private void OnAnnounce(Announce announce)
    {
        foreach (var connection in Context.GetChildren()) connection.Tell(announce.News, ActorRefs.NoSender);
        Sender.Tell(Done.Instance);
    }

    private void OnCommandsRun(CommandsRun run)
    {
        for (var i = 0; i < _commandTotals.Length; i++) _commandTotals[i] += run.Counts[i];
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
