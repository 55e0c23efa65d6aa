namespace ChatServer.Actors;

/// <summary>A tree of actors with all that they share: dispatchers, clock, event stream, log. Create one per process.</summary>
/// <remarks>Any thread may use any member.</remarks>
public sealed class ActorSystem : IActorRefFactory, IDisposable
{
    private readonly RootGuardianRef _root;
    private readonly LocalActorRef _user;
    private long _lastUid;

    private ActorSystem(string name, BootstrapSetup setup)
    {
        Name = name;
        TimeProvider = setup.TimeProvider;
        IsSimulated = setup.DispatcherReplacement is not null;
        Observation = setup.Observation is { } observed ? new SystemObservation(this, observed) : null;
        Settings = new Settings(setup);
        EventStream = new EventStream();
        Log = new SystemLog(EventStream, setup.LoggerFactory, TimeProvider);
        Dispatchers = new Dispatchers(setup.DispatcherReplacement, setup.Throughput, setup.EventSources, setup.PatientMessages);
        Mailboxes = new Mailboxes(this, setup.MailboxReplacement);
        foreach (var (id, capacity) in setup.BoundedMailboxes) Mailboxes.RegisterBounded(id, capacity);
        Scheduler = new TimeProviderScheduler(this);
        StartTime = TimeProvider.GetUtcNow();

        var rootPath = ActorPath.Root(name);
        DeadLetterRef = new DeadLetterActorRef(this, rootPath.Child("deadLetters"));
        _root = new RootGuardianRef(this, rootPath);
        _user = _root.CreateUserGuardian();
        _root.SystemGuardian.CreateChild(Props.Create(() => new DeadLetterListener()), "deadLetterListener");
    }

    /// <summary>The name, and the first part of every path.</summary>
    public string Name { get; }

    /// <summary>The settings it was created with.</summary>
    public Settings Settings { get; }

    /// <summary>The dispatchers, by name.</summary>
    public Dispatchers Dispatchers { get; }

    /// <summary>The kinds of mailbox, by name.</summary>
    public Mailboxes Mailboxes { get; }

    /// <summary>Publishes events to whoever subscribes.</summary>
    public EventStream EventStream { get; }

    /// <summary>Sends messages later.</summary>
    public IScheduler Scheduler { get; }

    /// <summary>Receives undeliverable messages and publishes them as <see cref="DeadLetter"/>.</summary>
    public IActorRef DeadLetters => DeadLetterRef;

    /// <summary>The clock and timers of everything in the system.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>When the system was created.</summary>
    public DateTimeOffset StartTime { get; }

    /// <summary>How long ago that was.</summary>
    public TimeSpan Uptime => TimeProvider.GetUtcNow() - StartTime;

    /// <summary>Completes when every actor has stopped.</summary>
    public Task WhenTerminated => _root.WhenTerminated;

    internal SystemLog Log { get; }

    /// <summary>Whether everything runs on one thread in an order chosen by the simulation; nothing may then use the thread pool.</summary>
    internal bool IsSimulated { get; }

    /// <summary>Null when nothing is observed.</summary>
    internal SystemObservation? Observation { get; }

    internal DeadLetterActorRef DeadLetterRef { get; }

    internal IInternalActorRef RootRef => _root;

    /// <summary>Creates a system.</summary>
    /// <param name="name">Letters, digits, <c>-</c> and <c>_</c>; no <c>-</c> or <c>_</c> at the start.</param>
    public static ActorSystem Create(string name) => Create(name, BootstrapSetup.Create());

    /// <summary>Creates a system.</summary>
    /// <param name="name">Letters, digits, <c>-</c> and <c>_</c>; no <c>-</c> or <c>_</c> at the start.</param>
    /// <param name="setup">Clock, log and limits.</param>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static ActorSystem Create(string name, BootstrapSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var valid = !string.IsNullOrEmpty(name) && char.IsAsciiLetterOrDigit(name[0])
            && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return valid
            ? new ActorSystem(name!, setup)
            : throw new ArgumentException(
                $"'{name}' is no name for a system: letters, digits, '-' and '_', the first no sign.", nameof(name));
    }

    /// <inheritdoc/>
    public IActorRef ActorOf(Props props, string? name = null) => _user.Cell.CreateChild(props, name);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(string actorPath) => Actors.ActorSelection.Parse(this, _user, actorPath);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(ActorPath actorPath)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        return Actors.ActorSelection.Parse(this, _root, actorPath.ToStringWithoutAddress());
    }

    /// <summary>Stops an actor after its current message.</summary>
    /// <param name="actor">Any actor of this system.</param>
    public void Stop(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var target = actor.AsInternal();
        // A top-level actor's parent is the guardian, which keeps track of the children it waits for.
        if (ReferenceEquals(target.Parent, _user)) _user.Cell.Stop(target);
        else target.Stop();
    }

    /// <summary>Stops every actor, children before parents.</summary>
    /// <returns>Completes when all have stopped.</returns>
    public Task Terminate()
    {
        _user.Stop();
        return WhenTerminated;
    }

    /// <summary>As <see cref="Terminate"/>, without waiting.</summary>
    public void Dispose() => Terminate();

    /// <inheritdoc/>
    public override string ToString() => $"akka://{Name}";

    internal long NextUid() => Interlocked.Increment(ref _lastUid);
}
