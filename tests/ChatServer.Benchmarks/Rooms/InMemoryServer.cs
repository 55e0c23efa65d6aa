using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatServer.Engine;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Benchmarks.Rooms;

/// <summary>The whole engine on the actor runtime, with connections in memory instead of sockets, and without limits.</summary>
internal sealed class InMemoryServer : IAsyncDisposable
{
    /// <summary>How many messages a room keeps: so few that its history is soon full, and takes no more memory.</summary>
    public const int MessagesKept = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ActorSystem _system;
    private readonly ConnectionDoor _door;

    private InMemoryServer(ActorSystem system, ConnectionDoor door) => (_system, _door) = (system, door);

    /// <summary>Counts what arrives at the clients.</summary>
    public Arrivals Arrivals { get; } = new();

    public static async Task<InMemoryServer> StartAsync()
    {
        var settings = new ServerSettings
        {
            Server = new ServerIdentity { Name = "irc.example.org" },
            Flood = new FloodSettings { Enabled = false },
            Limits = new LimitSettings { Connections = 0, ConnectionsPerAddress = 0, ConnectionsPerMinutePerAddress = 0 },
            History = new HistorySettings { EventsPerRoom = MessagesKept },

            // On a busy machine a run takes minutes, and nobody is to be asked in the middle of it whether he is still there.
            Timeouts = new TimeoutSettings { Registration = TimeSpan.FromHours(1), PingAfter = TimeSpan.FromHours(1) },
        };
        var setup = BootstrapSetup.Create().WithBoundedMailbox(ConnectionActor.MailboxId, ConnectionActor.MailboxCapacity);
        var system = ActorSystem.Create("benchmark", setup);
        var engine = new EngineContext(
            settings, TimeProvider.System, RandomNumberGenerator.Fill, NullLoggerFactory.Instance, "chatserver-benchmark");
        var chat = system.ActorOf(ChatActor.PropsFor(engine), ChatActor.Name);
        var answer = await chat.Ask<ChatActor.Answer>(new ChatActor.GetNeighbours(), Patience);
        return new InMemoryServer(system, new ConnectionDoor(answer.Neighbours.Listener));
    }

    /// <summary>Fills a room with people who will listen, and one who will speak.</summary>
    /// <returns>The speaker.</returns>
    public InMemoryClient Fill(string room, int listeners)
    {
        var clients = Enumerable.Range(0, listeners + 1).Select(i => new InMemoryClient(_door, Arrivals, IPAddress.Loopback)).ToArray();
        Arrivals.Expect("PONG"u8, clients.Length);
        for (var i = 0; i < clients.Length; i++)
        {
            // Without the names, of which ten thousand clients would get ten thousand each.
            clients[i].Send(Encoding.UTF8.GetBytes(
                $"CAP REQ :no-implicit-names\r\nNICK u{i}\r\nUSER u{i} 0 * :u{i}\r\nCAP END\r\nJOIN {room}\r\nPING there\r\n"));
        }

        Arrivals.Wait();
        return clients[0];
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();
}
