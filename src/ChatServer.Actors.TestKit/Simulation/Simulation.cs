namespace ChatServer.Actors.TestKit;

/// <summary>A whole actor system on one thread, in an order drawn from a seed, in virtual time. The same seed gives the same run,
/// always.</summary>
/// <remarks>
/// <para>Nothing runs until the simulation is told to: <see cref="Run"/> goes on until every mailbox is empty, <see cref="RunFor"/> turns
/// the clock
/// too. Expectations of probes on the system run it by themselves, and their times are virtual.</para>
/// <para>Not thread-safe: make and use it on one thread. What actors hand to other threads (Task.Run, sockets) is out of its control and
/// of its
/// promise; timers of the system's clock, Ask and PipeTo of simulated work are within it.</para>
/// </remarks>
public sealed partial class Simulation : IDisposable
{
    private readonly SeededRandom _random;
    private readonly SimulationSetup _setup;
    private readonly SeededDispatcher _dispatcher;
    private long _steps;

    /// <summary>A simulation at its beginning.</summary>
    /// <param name="seed">Chooses the run.</param>
    /// <param name="setup">What may happen in it.</param>
    /// <param name="system">Log and limits of the system; its clock is replaced.</param>
    public Simulation(ulong seed, SimulationSetup? setup = null, BootstrapSetup? system = null)
    {
        Seed = seed;
        _setup = setup ?? new SimulationSetup();
        _random = new SeededRandom(seed);
        Trace = new SimulationTrace(_setup.Describe);
        _dispatcher = new SeededDispatcher(this);
        System = ActorSystem.Create(
            "simulation",
            (system ?? BootstrapSetup.Create())
                .WithTimeProvider(Clock)
                .WithDispatch(_dispatcher, (cell, dispatcher, capacity) => new SimulatedMailbox(this, cell, dispatcher, capacity)));
    }

    /// <summary>What the run was drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>Its clock. Turn it with <see cref="RunFor"/>, so that what falls due also runs.</summary>
    public TestScheduler Clock { get; } = new();

    /// <summary>What has happened so far.</summary>
    public SimulationTrace Trace { get; }

    /// <summary>For the test's own choices: drawing them here makes them part of the run.</summary>
    public SeededRandom Random => _random;

    /// <summary>Whether nothing is left to do at the present time: all mailboxes empty, no message due. Timers may be set for
    /// later.</summary>
    public bool IsQuiescent => _dispatcher.Ready.Count == 0 && DueLanes().Count == 0;

    /// <summary>Tries many runs; the first that fails is reported with its seed and the chart of what led there.</summary>
    /// <param name="seeds">Which runs.</param>
    /// <param name="run">Plays one and checks it.</param>
    /// <param name="setup">What may happen in them.</param>
    /// <exception cref="SimulationFailedException">One failed.</exception>
    public static void Explore(IEnumerable<ulong> seeds, Action<Simulation> run, SimulationSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(run);
        foreach (var seed in seeds)
        {
            using var simulation = new Simulation(seed, setup);
            simulation.Check(() => run(simulation));
        }
    }

    /// <summary>Does something; if it throws, the seed and the chart are added.</summary>
    /// <param name="action">What to do.</param>
    /// <exception cref="SimulationFailedException">It threw.</exception>
    public void Check(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (Exception cause) when (cause is not SimulationFailedException)
        {
            throw new SimulationFailedException(this, cause);
        }
    }

    /// <summary>Goes on until nothing is left to do at the present time.</summary>
    /// <returns>The number of turns and deliveries.</returns>
    /// <exception cref="SimulationFailedException">It does not come to rest.</exception>
    public long Run()
    {
        var before = _steps;
        while (Step())
        {
            if (_steps - before > _setup.MaxSteps)
                throw new SimulationFailedException(this, new InvalidOperationException($"No rest after {_setup.MaxSteps} steps."));
        }

        return _steps - before;
    }

    /// <summary>Goes on until nothing is left to do and the clock has been turned so far. What falls due on the way runs at its
    /// time.</summary>
    /// <param name="duration">How far, in virtual time.</param>
    public void RunFor(TimeSpan duration) => RunUntil(static () => false, duration);

    /// <summary>Goes on until a condition is met, or until nothing is left to do and the clock has been turned so far.</summary>
    /// <param name="condition">Asked after each step.</param>
    /// <param name="max">How far, in virtual time.</param>
    /// <returns>Whether the condition was met.</returns>
    public bool RunUntil(Func<bool> condition, TimeSpan max)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var end = Clock.Now + max;
        var quiet = _steps;
        while (!condition())
        {
            if (Step())
            {
                if (_steps - quiet > _setup.MaxSteps)
                    throw new SimulationFailedException(this, new InvalidOperationException($"No rest after {_setup.MaxSteps} steps."));
                continue;
            }

            quiet = _steps;
            if (UntilNext() is { } next && Clock.Now + next <= end)
            {
                Clock.Advance(next);
                continue;
            }

            Clock.AdvanceTo(end);
            return condition();
        }

        return true;
    }

    /// <summary>Ends the system.</summary>
    public void Dispose()
    {
        System.Terminate();
        RunUntil(() => System.WhenTerminated.IsCompleted, TimeSpan.FromDays(1));
    }

    /// <summary>The simulation that a system belongs to, or null.</summary>
    internal static Simulation? Of(ActorSystem system) => (system.Dispatchers.DefaultGlobalDispatcher as SeededDispatcher)?.Simulation;

    /// <summary>One turn of one actor, or one delivery: whichever the seed says of all that could be next.</summary>
    private bool Step()
    {
        var lanes = DueLanes();
        var ready = _dispatcher.Ready;
        if (ready.Count + lanes.Count == 0) return false;
        _steps++;
        var choice = _random.Next(ready.Count + lanes.Count);
        if (choice < ready.Count)
        {
            var mailbox = ready[choice];
            ready.RemoveAt(choice);
            mailbox.Run();
        }
        else
        {
            Deliver(lanes[choice - ready.Count]);
        }

        return true;
    }

    private TimeSpan? UntilNext()
    {
        var timer = Clock.UntilNext;
        var lane = UntilNextDelivery();
        return timer is { } first && lane is { } second ? (first < second ? first : second) : timer ?? lane;
    }
}
