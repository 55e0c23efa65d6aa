using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Scenes;

/// <summary>A small world of actors that have nothing to do with chat: what the runtime promises to whoever uses it. The server uses a part
/// of that only, and what nobody uses nobody misses.</summary>
/// <remarks>Who acts and when is drawn from the seed. What must come of it stands in the scene, as the documentation of Akka.NET has it,
/// and is judged by what actors have noted down in their turns; what an actor itself would object to,
/// its supervisor would hear of.</remarks>
internal abstract class Scene(Simulation simulation)
{
    private const long MostSteps = 100_000;

    private static readonly Func<Simulation, Scene>[] All =
    [
        static simulation => new LetterScene(simulation),
        static simulation => new BoundScene(simulation),
        static simulation => new WatchScene(simulation),
        static simulation => new ClockScene(simulation),
        static simulation => new FamilyScene(simulation),
        static simulation => new ErrandScene(simulation),
        static simulation => new NewsScene(simulation),
    ];

    private string? _objection;

    /// <summary>The name of the mailbox that takes no more than <see cref="Capacity"/> messages.</summary>
    protected const string SmallMailbox = "small";

    /// <summary>How many messages may wait in a small mailbox.</summary>
    protected const int Capacity = 3;

    protected Simulation Simulation => simulation;

    protected SeededRandom Random => simulation.Random;

    protected ActorSystem System => simulation.System;

    protected DateTimeOffset Now => simulation.Clock.Now;

    /// <summary>Plays the scene of a seed.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="mutation">A mistake to be put in.</param>
    public static SceneResult Play(ulong seed, Mutation mutation)
    {
        // With the context of a test runner, what follows a task would go on in a thread of the pool.
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return PlayHere(seed, mutation);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private static SceneResult PlayHere(ulong seed, Mutation mutation)
    {
        var setup = new SimulationSetup
        {
            MaxSteps = MostSteps,
            Sluggish = 0.2,
            Intercept = mutation.Intercept,
            ReplaceClock = mutation.ReplaceClock,
        };
        var simulation = new Simulation(seed, setup, BootstrapSetup.Create().WithBoundedMailbox(SmallMailbox, Capacity));
        mutation.Simulation = simulation;
        var scene = All[simulation.Random.Next(All.Length)](simulation);
        try
        {
            scene.PlayToTheEnd();
            return new SceneResult(null, simulation.Steps, simulation.Trace);
        }
        catch (BrokenPromiseException broken)
        {
            return new SceneResult(broken, simulation.Steps, simulation.Trace);
        }
        catch (SimulationFailedException endless)
        {
            var broken = new BrokenPromiseException(Promise.ComesToRest, $"{scene.GetType().Name}: {endless.InnerException?.Message}");
            return new SceneResult(broken, simulation.Steps, simulation.Trace);
        }
    }

    /// <summary>Whether a promise is kept; who notices it in an actor's turn goes on, and the scene ends with it.</summary>
    public void Expect(bool isKept, string what)
    {
        if (!isKept) _objection ??= $"{GetType().Name}: {what}";
    }

    protected abstract void Play();

    /// <summary>Until nothing is left to do at the present time.</summary>
    protected void Settle() => Check(() => simulation.Run());

    /// <summary>Until so much time has passed and nothing is left to do.</summary>
    protected void Pass(TimeSpan time) => Check(() => simulation.RunFor(time));

    protected static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    protected IActorRef Make<TActor>(string? name, params object?[] args)
        where TActor : ActorBase => System.ActorOf(Props.Create<TActor>(args), name);

    private void PlayToTheEnd()
    {
        Play();
        Settle();
        System.Terminate();
        Pass(TimeSpan.FromMinutes(1));
        Expect(System.WhenTerminated.IsCompleted, "the system does not terminate");
        Expect(simulation.Clock.UntilNext is null, $"a timer is left, due in {simulation.Clock.UntilNext}");
        Check(static () => { });
    }

    private void Check(Action action)
    {
        action();
        if (_objection is { } objection) throw new BrokenPromiseException(Promise.ActorsKeepTheirWord, objection);
    }
}

/// <summary>What came of a scene.</summary>
/// <param name="Broken">The promise that was not kept; null when all were.</param>
/// <param name="Steps">How many turns there were.</param>
/// <param name="Trace">What went on between the actors.</param>
internal sealed record SceneResult(BrokenPromiseException? Broken, long Steps, SimulationTrace Trace);

/// <summary>Has an actor do something in its turn.</summary>
/// <param name="what">What, for who reads of it.</param>
/// <param name="act">The same, for the actor.</param>
internal sealed class Order<TActor>(string what, Action<TActor> act)
{
    public void CarryOut(TActor actor) => act(actor);

    public override string ToString() => what;
}
