namespace ChatServer.Actors.TestKit;

/// <summary>A whole actor system on one thread, in an order drawn from a seed, in virtual time. The same seed always gives the same
/// run.</summary>
/// <remarks>
/// <para>Nothing runs until the simulation is told to: <see cref="Run"/> runs until every mailbox is empty, <see cref="RunFor"/> also
/// advances the clock. Expectations of probes on the system run it by themselves, and their times are virtual.</para>
/// <para>Not thread-safe: create and use it on one thread. It does not control, and its guarantee does not cover, what actors hand to other
/// threads (Task.Run, sockets). Timers of the system's clock, Ask and PipeTo of simulated work are covered.</para>
/// </remarks>
public sealed partial class Simulation : IDisposable
{
    private readonly SeededRandom _random;
    private readonly SimulationSetup _setup;
    private readonly SeededDispatcher _dispatcher;
    private readonly List<Action> _posted = [];
    private long _steps;

    /// <summary>Creates a simulation, ready to run.</summary>
    /// <param name="seed">Chooses the run.</param>
    /// <param name="setup">What may happen in it.</param>
    /// <param name="system">Log and limits of the system; its clock is replaced.</param>
    public Simulation(ulong seed, SimulationSetup? setup = null, BootstrapSetup? system = null)
    {
        Seed = seed;
        _setup = setup ?? new SimulationSetup();
        _random = new SeededRandom(seed);
        Trace = new SimulationTrace(_setup.Describe, _setup.KeepsTrace);
        _dispatcher = new SeededDispatcher(this);
        System = ActorSystem.Create(
            "simulation",
            (system ?? BootstrapSetup.Create())
                .WithTimeProvider(_setup.ReplaceClock?.Invoke(Clock) ?? Clock)
                .WithDispatch(_dispatcher, (cell, dispatcher, capacity) => new SimulatedMailbox(this, cell, dispatcher, capacity)));
    }

    /// <summary>The seed of this run.</summary>
    public ulong Seed { get; }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>Its clock. Advance it with <see cref="RunFor"/>, so that what falls due also runs.</summary>
    public TestScheduler Clock { get; } = new();

    /// <summary>What has happened so far.</summary>
    public SimulationTrace Trace { get; }

    /// <summary>For the test's own choices: drawing them here makes them part of the run.</summary>
    public SeededRandom Random => _random;

    /// <summary>Turns, deliveries and posted actions so far.</summary>
    public long Steps => _steps;

    /// <summary>Whether nothing is left to do at the current time: all mailboxes empty, nothing posted, no message due. Timers may be set
    /// for later.</summary>
    public bool IsQuiescent => _dispatcher.Ready.Count == 0 && _posted.Count == 0 && DueLanes().Count == 0;

    internal Func<Passage, IEnumerable<object>>? Interception => _setup.Intercept;

    /// <summary>Tries many runs; the first failure is reported with its seed and the chart of what led to it.</summary>
    /// <param name="seeds">The seeds of the runs.</param>
    /// <param name="run">Plays one run and checks it.</param>
    /// <param name="setup">What may happen in them.</param>
    /// <exception cref="SimulationFailedException">A run failed.</exception>
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

    /// <summary>Runs an action; if it throws, adds the seed and the chart.</summary>
    /// <param name="action">The action.</param>
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

    /// <summary>Queues an action as a separate step outside any actor: a continuation, an arriving packet. As for actors, the seed decides
    /// when its turn comes.</summary>
    /// <param name="action">The action.</param>
    public void Post(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _posted.Add(action);
    }

    /// <summary>Runs until nothing is left to do at the current time.</summary>
    /// <returns>The number of turns, deliveries and posted actions.</returns>
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

    /// <summary>Runs until nothing is left to do and the clock has advanced this far. What falls due on the way runs at its time.</summary>
    /// <param name="duration">How far, in virtual time.</param>
    public void RunFor(TimeSpan duration) => RunUntil(static () => false, duration);

    /// <summary>Runs until a condition is met, or until nothing is left to do and the clock has advanced this far.</summary>
    /// <param name="condition">Checked after each step.</param>
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

    /// <summary>Whether the seed makes the actor being created a sluggish one.</summary>
    internal bool DrawSluggish() => _setup.Sluggish > 0 && _random.Chance(_setup.Sluggish);

    /// <summary>One turn of one actor, one delivery or one posted action: the seed chooses among all possible ones.</summary>
    private bool Step()
    {
        var lanes = DueLanes();
        var ready = _dispatcher.Ready;
        var possible = ready.Count + _posted.Count + lanes.Count;
        if (possible == 0) return false;
        _steps++;
        var choice = Choose(possible);
        if (choice < ready.Count)
        {
            var mailbox = ready[choice];
            ready.RemoveAt(choice);
            mailbox.Run();
        }
        else if (choice - ready.Count < _posted.Count)
        {
            var action = _posted[choice - ready.Count];
            _posted.RemoveAt(choice - ready.Count);
            action();
        }
        else
        {
            Deliver(lanes[choice - ready.Count - _posted.Count]);
        }

        return true;
    }

    // A sluggish actor that is drawn is mostly skipped, but not for ever: the third draw counts, whoever it is.
    private int Choose(int possible)
    {
        const double turnsTaken = 0.1;
        const int draws = 3;
        var ready = _dispatcher.Ready;
        for (var draw = 1; ; draw++)
        {
            var choice = _random.Next(possible);
            var isSluggish = choice < ready.Count && ready[choice] is SimulatedMailbox { IsSluggish: true };
            if (!isSluggish || draw == draws || _random.Chance(turnsTaken)) return choice;
        }
    }

    private TimeSpan? UntilNext()
    {
        var timer = Clock.UntilNext;
        var lane = UntilNextDelivery();
        return timer is { } first && lane is { } second ? (first < second ? first : second) : timer ?? lane;
    }
}
