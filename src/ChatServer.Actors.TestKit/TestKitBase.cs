using System.Diagnostics;
using System.Linq.Expressions;

namespace ChatServer.Actors.TestKit;

/// <summary>A system under test, a test actor, and the expectations of a test about them.</summary>
/// <remarks>
/// One file per concern: Actors (this one), Receive, Expect, ExpectSeveral, ExpectNoMsg, FishForMessage, Within, AwaitAssert.
/// Every expectation exists as a blocking method and as an awaitable one, named ...Async. Failures throw what xunit reports as such.
/// </remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static int LastProbe;

    private readonly TestMailbag _mailbag = new();
    private readonly Simulation? _simulation;

    /// <summary>On a given system, or on a new one.</summary>
    /// <param name="system">The system; null for a new one.</param>
    /// <param name="setup">Clock and log of a new one.</param>
    /// <param name="actorSystemName">Name of a new one.</param>
    /// <param name="testActorName">Name of the test actor; null for a generated one.</param>
    /// <param name="settings">The time-outs of the tests.</param>
    private protected TestKitBase(
        ActorSystem? system, BootstrapSetup? setup, string? actorSystemName, string? testActorName, TestKitSettings? settings)
    {
        Sys = system ?? ActorSystem.Create(actorSystemName ?? "test", setup ?? BootstrapSetup.Create());
        _simulation = Simulation.Of(Sys);
        TestKitSettings = settings ?? new TestKitSettings();
        EventFilter = new EventFilterFactory(this);
        // On the calling thread: a message to the test actor is there when Tell returns, in the order of sending.
        var mailbag = _mailbag;
        TestActor = Sys.ActorOf(
            Props.Create(() => new InternalTestActor(mailbag)).WithDispatcher(Dispatchers.CallingThreadDispatcherId),
            testActorName ?? $"testActor{Interlocked.Increment(ref LastProbe)}");
    }

    /// <summary>The system under test.</summary>
    public ActorSystem Sys { get; }

    /// <summary>The actor whose messages the test expects.</summary>
    public IActorRef TestActor { get; }

    /// <summary>The time-outs of the tests.</summary>
    public TestKitSettings TestKitSettings { get; }

    /// <summary>Expectations about the log and about dead letters.</summary>
    public EventFilterFactory EventFilter { get; }

    /// <summary>The last message the test has received.</summary>
    public object? LastMessage { get; private set; }

    /// <summary>Its sender; dead letters if there was none.</summary>
    public IActorRef LastSender { get; private set; } = ActorRefs.Nobody;

    /// <summary>Whether there is a message that the test has not received yet.</summary>
    public bool HasMessages => _mailbag.Count > 0;

    /// <summary>A clock for measuring how long something takes; virtual in a simulation.</summary>
    protected TimeSpan Now => _simulation is null ? Stopwatch.GetElapsedTime(0) : _simulation.Clock.GetElapsedTime(0);

    /// <inheritdoc/>
    public IActorRef ActorOf(Props props, string? name = null) => Sys.ActorOf(props, name);

    /// <summary>Makes an actor from a constructor call.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory"><c>() => new X(...)</c>.</param>
    /// <param name="name">Its name.</param>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Creates an actor that handles messages on the thread that sends them, and whose object the test can inspect.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory"><c>() => new X(...)</c>.</param>
    /// <param name="name">Its name.</param>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => ActorOfAsTestActorRef<TActor>(Props.Create(factory), name);

    /// <summary>Creates an actor that handles messages on the thread that sends them, and whose object the test can inspect.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Its name.</param>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(props);
        return new TestActorRef<TActor>(Sys.ActorOf(props.WithDispatcher(Dispatchers.CallingThreadDispatcherId), name));
    }

    /// <summary>Creates an actor that the test actor supervises.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">How it is supervised; null for the default.</param>
    public IActorRef ChildActorOf(Props props, string? name = null, SupervisorStrategy? supervisorStrategy = null) =>
        AskTestActor(new InternalTestActor.Spawn(props, name, supervisorStrategy));

    /// <inheritdoc/>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Another test actor with its own expectations, on the same system.</summary>
    /// <param name="name">Its name.</param>
    public virtual TestProbe CreateTestProbe(string? name = null) => new(Sys, name, TestKitSettings);

    /// <summary>Makes the test actor watch an actor.</summary>
    /// <param name="actorToWatch">The actor to watch.</param>
    public IActorRef Watch(IActorRef actorToWatch) => AskTestActor(new InternalTestActor.WatchActor(actorToWatch));

    /// <summary>Ends the watch.</summary>
    /// <param name="actorToUnwatch">The actor to stop watching.</param>
    public IActorRef Unwatch(IActorRef actorToUnwatch) => AskTestActor(new InternalTestActor.UnwatchActor(actorToUnwatch));

    /// <summary>Installs an autopilot that answers for the test actor.</summary>
    /// <param name="pilot">The autopilot.</param>
    public void SetAutoPilot(AutoPilot pilot) => TestActor.Tell(new InternalTestActor.SetAutoPilot(pilot), TestActor);

    /// <summary>Drops messages before the test sees them.</summary>
    /// <param name="shouldIgnoreMessage">True for the messages to drop.</param>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        TestActor.Tell(new InternalTestActor.SetIgnore(shouldIgnoreMessage), TestActor);

    /// <summary>Drops messages of a type before the test sees them.</summary>
    /// <typeparam name="TMsg">The type.</typeparam>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(static message => message is TMsg);

    /// <summary>Stops dropping messages.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new InternalTestActor.SetIgnore(null), TestActor);

    /// <summary>A time multiplied by the factor of the settings.</summary>
    /// <param name="duration">The time.</param>
    public TimeSpan Dilated(TimeSpan duration) => duration * TestKitSettings.TestTimeFactor;

    /// <summary>Stops the system and waits for it.</summary>
    /// <param name="duration">How long to wait.</param>
    /// <param name="verifySystemShutdown">Whether it is a failure if it does not stop in time.</param>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var ended = Sys.Terminate().Wait(GetTimeoutOrDefault(duration));
        if (!ended && verifySystemShutdown) Fail($"{Sys} has not ended in time.");
    }

    private IActorRef AskTestActor(object message)
    {
        var answer = TestActor.Ask<IActorRef>(message, TestKitSettings.DefaultTimeout);
        _simulation?.RunUntil(() => answer.IsCompleted, TestKitSettings.DefaultTimeout);
        return answer.GetAwaiter().GetResult();
    }
}
