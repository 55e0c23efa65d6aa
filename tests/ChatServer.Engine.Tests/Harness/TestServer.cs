using System.Net;
using System.Security.Cryptography;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>The whole engine on the real actor runtime, with connections in memory instead of sockets.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>End of the MOTD, or none; nick refused, or taken.</summary>
    private static readonly string[] EndOfRegistration = [" 376 ", " 422 ", " 432 ", " 433 "];

    private readonly ConnectionDoor _door;

    private TestServer(ActorSystem system, Neighbours neighbours)
    {
        System = system;
        Neighbours = neighbours;
        _door = new ConnectionDoor(neighbours.Listener);
    }

    public ActorSystem System { get; }

    public Neighbours Neighbours { get; }

    public static async Task<TestServer> StartAsync(
        Func<ServerSettings, ServerSettings>? configure = null,
        TimeProvider? clock = null,
        ILoggerFactory? loggers = null,
        INameService? names = null,
        IServerHost? host = null)
    {
        var settings = new ServerSettings
        {
            Server = new ServerIdentity { Name = "test.example" },
            Flood = new FloodSettings { Enabled = false },
            Limits = new LimitSettings { Connections = 0, ConnectionsPerAddress = 0, ConnectionsPerMinutePerAddress = 0 },
        };
        clock ??= TimeProvider.System;
        loggers ??= NullLoggerFactory.Instance;
        var setup = BootstrapSetup.Create()
            .WithTimeProvider(clock)
            .WithLoggerFactory(loggers)
            .WithBoundedMailbox(ConnectionActor.MailboxId, ConnectionActor.MailboxCapacity);
        var system = ActorSystem.Create("test", setup);
        var engine = new EngineContext(
            configure?.Invoke(settings) ?? settings, clock, RandomNumberGenerator.Fill, loggers, "chatserver-test", host)
        {
            Names = names ?? new ScriptedNames(),
        };
        var chat = system.ActorOf(ChatActor.PropsFor(engine), ChatActor.Name);
        var answer = await chat.Ask<ChatActor.Answer>(new ChatActor.GetNeighbours(), Patience);
        return new TestServer(system, answer.Neighbours);
    }

    /// <summary>Opens a connection, and says nothing yet.</summary>
    public TestClient Connect(IPAddress? address = null, bool isSecure = false)
    {
        var connection = InMemoryConnection.Create(address);
        if (isSecure) connection.Server.Features.Set<ITlsHandshakeFeature>(new Encrypted());
        return Connect(connection);
    }

    /// <summary>Lets in a connection that was made elsewhere.</summary>
    public TestClient Connect(InMemoryConnection connection) => new(connection.Client, _door.HandleAsync(connection.Server));

    /// <summary>Connects and registers; what the server said until then is passed over.</summary>
    public async Task<TestClient> RegisterAsync(string nick, params string[] capabilities)
    {
        var client = Connect();
        if (capabilities.Length > 0) await client.SendAsync($"CAP REQ :{string.Join(' ', capabilities)}");
        await client.SendAsync($"NICK {nick}", $"USER {nick} 0 * :{nick} of the tests");
        if (capabilities.Length > 0) await client.SendAsync("CAP END");
        var lines = await client.ReadUntilAsync(line => EndOfRegistration.Any(numeric => line.Contains(numeric, StringComparison.Ordinal)));
        Assert.True(EndOfRegistration[..2].Any(numeric => lines[^1].Contains(numeric, StringComparison.Ordinal)), lines[^1]);
        return client;
    }

    /// <summary>A registered client that has become an operator, under the name and password that <see cref="Operators.With"/> sets
    /// up.</summary>
    public async Task<TestClient> OperatorAsync(string nick, params string[] capabilities)
    {
        var client = await RegisterAsync(nick, capabilities);
        Assert.Contains($":test.example 381 {nick} :You are now an IRC operator", await client.DoAsync("OPER root secret"));
        return client;
    }

    /// <summary>Several registered clients in one room, each of which has seen the others join.</summary>
    public async Task<TestClient[]> RoomOfAsync(string room, params string[] nicks)
    {
        var clients = new List<TestClient>();
        foreach (var nick in nicks)
        {
            var client = await RegisterAsync(nick);
            await client.SendAsync($"JOIN {room}");
            await client.SyncAsync();
            clients.Add(client);
        }

        foreach (var client in clients) await client.SyncAsync();
        return [.. clients];
    }

    public async ValueTask DisposeAsync() => await System.Terminate();
}
