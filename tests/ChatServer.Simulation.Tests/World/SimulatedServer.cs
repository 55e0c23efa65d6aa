using System.Buffers.Binary;
using ChatServer.Engine;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <summary>The real engine, whole, in one thread and in virtual time.</summary>
internal sealed class SimulatedServer : IDisposable
{
    private const long MostStepsToStart = 100_000;

    private readonly ConnectionDoor _door;
    private readonly ErrorLog _log = new();
    private readonly List<Link> _links = [];

    /// <summary>Starts it.</summary>
    /// <param name="seed">Chooses the run.</param>
    /// <param name="settings">What it is told.</param>
    /// <param name="mutation">A fault that people make, to be put in.</param>
    /// <param name="keepsTrace">Whether to write down every message between actors.</param>
    /// <exception cref="BrokenPromiseException">It does not start.</exception>
    public SimulatedServer(ulong seed, RunSettings settings, Mutation mutation, bool keepsTrace)
    {
        var setup = new SimulationSetup
        {
            Sluggish = settings.Sluggish,
            KeepsTrace = keepsTrace,
            MaxSteps = long.MaxValue,
            Intercept = mutation.Intercept,
            ReplaceClock = mutation.ReplaceClock,
        };
        var system = BootstrapSetup.Create()
            .WithLoggerFactory(_log)
            .WithBoundedMailbox(ConnectionActor.MailboxId, ConnectionActor.MailboxCapacity);
        Simulation = new Simulation(seed, setup, system);
        mutation.Simulation = Simulation;
        Network = new SimulatedNetwork(Simulation, settings);
        Calendar = new JumpingCalendar(Simulation.Clock);
        var ids = new SeededRandom(seed);
        Host = new SimulatedHost(Network, settings, fresh => mutation.Configure(Translate(fresh)));
        var engine = new EngineContext(
            mutation.Configure(Translate(settings)), Calendar, bytes => Fill(ids, bytes), _log, "chatserver-simulated", Host);
        var chat = Simulation.System.ActorOf(ChatActor.PropsFor(engine), ChatActor.Name);
        var asked = chat.Ask<ChatActor.Answer>(new ChatActor.GetNeighbours());
        Simulation.RunUntil(() => Simulation.IsQuiescent || Simulation.Steps > MostStepsToStart, TimeSpan.Zero);
        if (!asked.IsCompletedSuccessfully) throw new BrokenPromiseException(Promise.ComesToRest, "the server does not start");
        _door = new ConnectionDoor(asked.Result.Neighbours.Listener);
    }

    public Simulation Simulation { get; }

    public SimulatedNetwork Network { get; }

    public JumpingCalendar Calendar { get; }

    public SimulatedHost Host { get; }

    /// <summary>What the server has called an error and nobody made on purpose.</summary>
    public IReadOnlyList<string> Errors => _log.Errors;

    /// <summary>The number that the server has given to a connection: it counts them as they come, and none is refused.</summary>
    public int ConnectionNumberOf(Link link) => _links.IndexOf(link) + 1;

    /// <summary>A client has connected.</summary>
    public void Accept(Link link)
    {
        _links.Add(link);
        // What awaits in the door goes on as a step of the simulation, and not on a thread of the pool.
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SeededContext(Simulation));
        link.Served = _door.HandleAsync(link.Transport);
        SynchronizationContext.SetSynchronizationContext(before);
        link.Open();
    }

    /// <summary>Actors that are still there and serve a connection, a user or a room.</summary>
    public IEnumerable<string> LivingActors() =>
        from actor in Simulation.System.Inspect()
        let path = actor.Path.ToStringWithoutAddress()
        where path.StartsWith("/user/chat/", StringComparison.Ordinal) && actor.Path.Depth > 3
        select path;

    /// <summary>Has the actor system terminate.</summary>
    /// <returns>Tells whether it has.</returns>
    public Func<bool> End()
    {
        Simulation.System.Terminate();
        return () => Simulation.System.WhenTerminated.IsCompleted;
    }

    public void Dispose()
    {
        Simulation.Dispose();
        Network.Dispose();
    }

    private static ServerSettings Translate(RunSettings settings) => new()
    {
        Server = new ServerIdentity
        {
            Name = RunSettings.ServerName,
            CaseMapping = settings.Rfc1459 ? CaseMappingName.Rfc1459 : CaseMappingName.Ascii,
        },
        Limits = new LimitSettings
        {
            Connections = 0,
            ConnectionsPerAddress = 0,
            ConnectionsPerMinutePerAddress = 0,
            SendQueueBytes = settings.SendQueueBytes,
            WhowasEntries = settings.WhowasEntries,
            MonitorEntries = settings.MonitorEntries,
            RoomsPerUser = settings.RoomsPerUser,
            ListModeEntries = settings.ListEntries,
        },
        History = new HistorySettings { EventsPerRoom = settings.HistoryEvents, MaxAge = settings.HistoryAge },
        Operators =
        [
            new OperatorSettings
            {
                Name = Vocabulary.OperatorName, Password = Vocabulary.OperatorPassword, Privileges = [OperatorPrivilege.All],
            },
        ],
        Flood = settings.Flood is { } flood
            ? new FloodSettings { Enabled = true, CommandsPerSecond = flood.PerSecond, Burst = flood.Burst }
            : new FloodSettings { Enabled = false },
    };

    private static void Fill(SeededRandom random, Span<byte> bytes)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(word.Length, bytes.Length)..])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, random.NextUInt64());
            word[..Math.Min(word.Length, bytes.Length)].CopyTo(bytes);
        }
    }

    private sealed class SeededContext(Simulation simulation) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => simulation.Post(() => d(state));
    }
}
