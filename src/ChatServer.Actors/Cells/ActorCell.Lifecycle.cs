namespace ChatServer.Actors;

// Creation and stop. Restarts are in Faults.
internal sealed partial class ActorCell
{
    /// <summary>What continues when the last of the stopping children is gone.</summary>
    private enum Pending
    {
        Nothing,
        Creation,
        Recreation,
        Termination,
    }

    /// <summary>Volatile for the guardians, whose children other threads create: see CreateChild.</summary>
    private volatile Pending _pending;
    private Exception? _recreationCause;

    /// <summary>True while a constructor may attach an actor to this cell.</summary>
    private bool _isConstructing;

    /// <summary>Whether the event stream may hold this actor; set by any thread before it is added there.</summary>
    private volatile bool _subscribesToEvents;

    public bool IsTerminating => _pending == Pending.Termination;

    private bool IsWaitingForChildren => _pending is Pending.Creation or Pending.Recreation;

    /// <summary>Starts a new cell: the actor is created in its own first turn, on its own dispatcher. Any thread, once.</summary>
    public void Start() => Mailbox.EnqueueSystem(new CreateMessage());

    public void MarkEventSubscriber() => _subscribesToEvents = true;

    /// <summary>Called by the base constructor of an actor.</summary>
    /// <returns>The cell for which the actor is being created.</returns>
    public static ActorCell ForConstruction()
    {
        var cell = CurrentOnThread;
        if (cell is not { _isConstructing: true })
            throw new ActorInitializationException("Actors are made with ActorOf from Props, never with 'new'.");
        // One actor per cell: a second 'new' inside the constructor is the same mistake.
        cell._isConstructing = false;
        return cell;
    }

    private void Create()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            ArmReceiveTimeout();
            Mailbox.OnStarted();
        }
        catch (Exception cause)
        {
            // No actor means that creation failed. If the supervisor says Restart, the actor is created again, not restarted.
            _actor = null;
            throw new ActorInitializationException(_self, "Exception during creation", cause);
        }
    }

    private ActorBase NewActor()
    {
        ClearBehaviors();
        _isConstructing = true;
        try
        {
            var actor = Props.NewActor();
            actor.CompleteConstruction();
            return actor;
        }
        finally
        {
            _isConstructing = false;
        }
    }

    /// <summary>Stops the children first; the actor itself stops when the last of them is gone.</summary>
    private void Terminate()
    {
        SetReceiveTimeout(null);
        UnwatchAll();
        var wasTerminating = IsTerminating;
        // Set before the children are counted: a thread that adds one after the count sees this and stops it itself.
        _pending = Pending.Termination;
        StopChildren();
        if (Children is { HasStopping: true })
        {
            if (wasTerminating) return;
            // No user messages while waiting, and failures from now on are no longer the supervisor's business.
            Mailbox.Suspend();
            _perpetrator = _self;
        }
        else
        {
            FinishTerminate();
        }
    }

    /// <summary>The end: runs PostStop, closes the mailbox, tells parent and watchers. Each step runs even if the one before it
    /// throws.</summary>
    private void FinishTerminate()
    {
        _pending = Pending.Termination;
        var actor = _actor;
        try
        {
            actor?.ReleaseStash();
            actor?.AroundPostStop();
        }
        catch (Exception cause)
        {
            System.Log.Error(cause, Self, actor?.GetType(), $"PostStop threw: {cause.Message}");
        }

        // Before anyone is told of the end: once a watcher knows, a message to us must be a dead letter.
        Mailbox.Close();
        Mailbox.OnStopped();
        Mailbox.AnswerAll(TakeWaitingSystemMessages());
        if (_subscribesToEvents) System.EventStream.Unsubscribe(Self);

        // Also before anyone is told: a watcher may create a new actor under the same name.
        if (Parent is LocalActorRef parent) parent.Cell.Children!.FreeName(_self);
        Parent.AsInternal().SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true));
        TellWatchersWeDied();
        UnwatchAll();

        _actor = null;
        ClearBehaviors();
        (CurrentMessage, _sender) = (null, null);
    }

    private SystemMessage? TakeWaitingSystemMessages()
    {
        SystemMessage? first = null;
        SystemMessage? last = null;
        while (_waitingSystemMessages?.TryDequeue(out var message) == true)
        {
            if (last is null) first = message;
            else last.Next = message;
            last = message;
        }

        return first;
    }
}
