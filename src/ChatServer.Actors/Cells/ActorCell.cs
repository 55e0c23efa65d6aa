namespace ChatServer.Actors;

/// <summary>The runtime's half of an actor: its context, its lifecycle, its children. The user's half is an <see
/// cref="ActorBase"/>.</summary>
/// <remarks>
/// A restart replaces the actor and keeps the cell. Only the running turn uses the members, unless one says otherwise. One file per
/// concern: Context, Invocation, SystemMessages, Lifecycle, Faults, Children, DeathWatch, Behavior, Async, ReceiveTimeout.
/// </remarks>
internal sealed partial class ActorCell
{
    /// <summary>How much of it a turn touches.</summary>
    public const int CacheLines = 4;

    /// <summary>How much of an actor, and of what it allocated when it was created, a turn touches. In the chat server, each line up to
    /// this number made turns faster.</summary>
    public const int CacheLinesOfActor = 12;

    [ThreadStatic]
    private static ActorCell? CurrentOnThread;

    private readonly LocalActorRef _self;
    private ActorBase? _actor;

    public ActorCell(ActorSystem system, Props props, LocalActorRef self, IActorRef parent)
    {
        System = system;
        Props = props;
        _self = self;
        Parent = parent;
        Mailbox = system.Mailboxes.Create(this, system.Dispatchers.Lookup(props.Dispatcher));
    }

    /// <summary>The cell whose turn this thread is running; null outside actors.</summary>
    public static ActorCell? Current => CurrentOnThread;

    /// <summary>Any thread.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>The actor in the cell; null before creation, after a failed creation and after the end.</summary>
    public ActorBase? Actor => _actor;

    /// <summary>Marks the thread as running this cell.</summary>
    /// <returns>The cell it was running: not null if one turn runs inside another, on the calling-thread dispatcher.</returns>
    public static ActorCell? EnterTurn(ActorCell cell)
    {
        var outer = CurrentOnThread;
        CurrentOnThread = cell;
        return outer;
    }

    public static void LeaveTurn(ActorCell? outer) => CurrentOnThread = outer;
}
