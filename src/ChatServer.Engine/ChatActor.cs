using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Faults;
using ChatServer.Engine.History;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;

namespace ChatServer.Engine;

/// <summary>The root of the chat: spawns the directories and the listener, and decides what a fault in one of them means.</summary>
public sealed class ChatActor : EngineActor
{
    /// <summary>Asks for the actors that others address. Answered <see cref="Answer"/>.</summary>
    public sealed record GetNeighbours : IRequest;

    /// <summary>The actors that others address.</summary>
    /// <param name="Neighbours">One of each.</param>
    public sealed record Answer(Neighbours Neighbours) : IAnswer;

    /// <summary>The name of this actor.</summary>
    public const string Name = "chat";

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new ChatActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public ChatActor(EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Context.ActorOf(LostRequestsActor.PropsFor(), "lost-requests");
        var rooms = Context.ActorOf(RoomDirectoryActor.PropsFor(engine), "rooms");
        var directHistory = Context.ActorOf(DirectHistoryActor.PropsFor(engine), "direct-history");
        var users = Context.ActorOf(UserDirectoryActor.PropsFor(engine, rooms, directHistory), "users");
        var hostnames = Context.ActorOf(HostnamesActor.PropsFor(engine), "hostnames");
        var gate = Context.ActorOf(OperatorGateActor.PropsFor(engine), "gate");
        var passwords = Context.ActorOf(PasswordsActor.PropsFor(engine), "passwords");
        var configuration = Context.ActorOf(ConfigurationActor.PropsFor(engine), "configuration");
        var neighbours = new Neighbours(ActorRefs.Nobody, users, rooms, hostnames, gate, passwords, configuration, directHistory);
        var listener = Context.ActorOf(ListenerActor.PropsFor(engine, neighbours), "listener");
        neighbours = neighbours with { Listener = listener };
        Receive<GetNeighbours>(_ => Sender.Tell(new Answer(neighbours)));
    }

    /// <summary>They go on after a fault: each request stands for itself, whoever asked is told that it failed, and a restart would close
    /// every connection or forget every nick.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Resume);
}
