using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.Scenes;

namespace ChatServer.SimulationTests.World;

/// <summary>What came of a run.</summary>
/// <param name="Broken">The promise that was not kept; null when all were.</param>
/// <param name="Events">Turns of actors, packets and continuations.</param>
/// <param name="History">What went over the lines.</param>
/// <param name="Trace">What went on between actors, if it was to be kept.</param>
public sealed record RunResult(BrokenPromiseException? Broken, long Events, History History, string Trace);

/// <summary>What of a run is written down. It makes no difference to the run.</summary>
public enum Keeps
{
    /// <summary>Nothing: whether a promise was broken is known without.</summary>
    Nothing,

    /// <summary>What went over the lines.</summary>
    History,

    /// <summary>Besides, every message between actors.</summary>
    Trace,
}

/// <summary>Plays a plan, from the first connection until nobody is left, and checks all that was promised.</summary>
public sealed partial class Run : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(2);
    private static readonly TimeSpan UntilAllIsQuiet = WorldModel.Silence;
    private static readonly TimeSpan UntilTimersHaveRun = TimeSpan.FromMinutes(10);

    private readonly Plan _plan;
    private readonly SimulatedServer _server;
    private readonly WorldModel _world;
    private readonly History _history;
    private readonly List<SimulatedClient> _clients = [];
    private readonly long _mostEvents;
    private bool _isThrough;

    private Run(Plan plan, Mutation mutation, Keeps keeps)
    {
        _plan = plan;
        _mostEvents = MostEvents(plan);
        _history = new History(isKept: keeps != Keeps.Nothing);
        _world = new WorldModel(plan.Settings);
        _server = new SimulatedServer(plan.Seed, plan.Settings, mutation, keepsTrace: keeps == Keeps.Trace);
        _server.Host.OnRead = fresh => _world.Limits.OnRead(fresh, _world.Moment);
    }

    /// <summary>Plays a plan.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="mutation">A mistake to put into the engine; null for none.</param>
    /// <param name="keeps">What is written down.</param>
    public static RunResult Play(Plan plan, Mutation? mutation = null, Keeps keeps = Keeps.Nothing)
    {
        Run? run = null;
        BrokenPromiseException? broken = null;
        try
        {
            run = new Run(plan, mutation ?? Mutation.None, keeps);
            run.PlayAll();
        }
        catch (BrokenPromiseException noticed)
        {
            broken = noticed;
        }

        using (run)
        {
            var simulation = run?._server.Simulation;
            var result = new RunResult(
                broken, simulation?.Steps ?? 0, run?._history ?? new History(isKept: false), simulation?.Trace.ToString() ?? "");
            return broken is null && plan.HasScene ? WithScene(plan, mutation ?? Mutation.None, result) : result;
        }
    }

    public void Dispose()
    {
        // A server that has broken a promise may be unable to end, and is left where it is.
        if (_isThrough) _server.Dispose();
    }

    /// <summary>When all is well, the scene of the same seed. What went on in it is told only if something is wrong with it.</summary>
    private static RunResult WithScene(Plan plan, Mutation mutation, RunResult result)
    {
        var scene = Scene.Play(plan.Seed, mutation);
        result = result with { Events = result.Events + scene.Steps };
        if (scene.Broken is null) return result;
        var history = new History(isKept: true);
        foreach (var entry in scene.Trace.Entries.Where(entry => entry.Kind != TraceKind.Tell))
            history.Add(entry.Time, client: 0, HistoryKind.Note, $"{entry.Kind} {entry.From} -> {entry.To} {entry.What}");
        return result with { Broken = scene.Broken, History = history, Trace = scene.Trace.ToString() };
    }

    private void PlayAll()
    {
        PlayClients();
        Audit();
        CheckDeadAreClosed();
        SendAllAway();
        CheckNothingIsLeft();
        CheckItEnds();
    }

    private void RunFor(TimeSpan time) => RunUntil(static () => false, time);

    /// <summary>Goes on until a condition is met or the clock has been turned so far, and no longer than a run may take.</summary>
    private bool RunUntil(Func<bool> condition, TimeSpan time) => _server.Simulation.RunUntil(
        () =>
        {
            if (_server.Simulation.Steps > _mostEvents)
                throw new BrokenPromiseException(Promise.ComesToRest, $"after {_mostEvents} events there is still no end");
            return condition();
        },
        time);

    /// <summary>Far more events than a plan can need: what everybody does reaches everybody, and takes a few turns and packets each
    /// time.</summary>
    private static long MostEvents(Plan plan)
    {
        const long forTheRest = 1_000_000;
        const long forEachToEach = 4;
        var steps = plan.Clients.Sum(client => 1L + client.Steps.Count);
        return forTheRest + (forEachToEach * steps * plan.Clients.Count);
    }

    private void PlayClients()
    {
        foreach (var plan in _plan.Clients)
            _server.Network.After(plan.ConnectsAt, () => Enter(plan));
        var areDone = All(_clients, client => client.IsDone);
        if (!RunUntil(() => _clients.Count == _plan.Clients.Count && areDone(), LongEnough))
            CheckAnswered();
        SyncAll("settled");
        RunFor(UntilAllIsQuiet + Backlog());
        CheckErrors();
        CheckAnswered();
    }

    /// <summary>All that was asked has been answered, however long the flood control makes it wait.</summary>
    private void SyncAll(string token)
    {
        var attentive = _clients.Where(client => client.IsAttentive).ToList();
        foreach (var client in attentive) client.Sync(token);
        RunUntil(All(attentive, client => client.Model.IsGone || client.Model.LastPong == token), LongEnough);
    }

    /// <summary>Whether something is true of all clients. It is asked after each step, and of each of a crowd that would be slow: so it is
    /// asked of the one first of whom it was not true the last time.</summary>
    private static Func<bool> All(List<SimulatedClient> clients, Predicate<SimulatedClient> isTrue)
    {
        var last = 0;
        return () =>
        {
            if (last >= 0 && last < clients.Count && !isTrue(clients[last])) return false;
            last = clients.FindIndex(client => !isTrue(client));
            return last < 0;
        };
    }

    /// <summary>How long the flood control makes the commands wait of those who do not say when they are through.</summary>
    private TimeSpan Backlog()
    {
        if (_plan.Settings.Flood is not { } flood) return TimeSpan.Zero;
        var lines = _clients.Where(client => client is { IsAttentive: false, Model.IsGone: false }).Select(client => client.LinesSent);
        return TimeSpan.FromSeconds(lines.DefaultIfEmpty().Max() / (double)flood.PerSecond);
    }

    private SimulatedClient Enter(ClientPlan plan)
    {
        var client = new SimulatedClient(plan, _server, _world, _history);
        _clients.Add(client);
        client.Connect();
        return client;
    }

    private void CheckAnswered()
    {
        foreach (var client in _clients)
        {
            var model = client.Model;
            if (model.IsGone || model.IsStalled || model.ExcuseForEnd is not null) continue;
            if (!client.IsDone || (client.IsAttentive && model.Unanswered is not null))
                throw new BrokenPromiseException(
                    Promise.OneCommandAtATime, $"client {model.Number} has got no answer to \"{model.Unanswered ?? "its registration"}\"");
        }
    }

    private void CheckErrors()
    {
        if (_server.Errors.Count > 0)
            throw new BrokenPromiseException(Promise.FaultsStay, $"the server met a fault of its own: {_server.Errors[0]}");
    }
}
