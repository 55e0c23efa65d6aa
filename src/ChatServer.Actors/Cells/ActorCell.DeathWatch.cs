namespace ChatServer.Actors;

// Who watches whom. Each watcher is told of an end once.
internal sealed partial class ActorCell
{
    private WatchTable _watching;

    /// <summary>Actors that have stopped and whose <see cref="Terminated"/> is still in the mailbox; an Unwatch can take it back.</summary>
    private WatchTable _terminatedQueued;

    /// <summary>The watchers of this actor: null, one reference, or a set. Most actors have at most one, and a set is ten times as
    /// big.</summary>
    private object? _watchedBy;

    public IActorRef Watch(IActorRef subject) => Watch(subject, instead: null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Watch(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var target = subject.AsInternal();
        if (_watching.Remove(target, out _)) target.SendSystemMessage(new UnwatchMessage(_self));
        _terminatedQueued.Remove(target, out _);
        return subject;
    }

    private IActorRef Watch(IActorRef subject, object? instead)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var target = subject.AsInternal();
        if (!ReferenceEquals(target, _self) && _watching.TryAdd(target, instead))
            target.SendSystemMessage(new WatchMessage(_self));
        return subject;
    }

    /// <summary>A watched actor or a child has stopped.</summary>
    private void WatchedActorTerminated(DeathWatchNotification death)
    {
        // A second notification of the same end (the parent also watches, or a watch crossed with the end) finds nothing here.
        if (_watching.Remove(death.Actor, out var instead) && !IsTerminating)
        {
            _terminatedQueued.TryAdd(death.Actor, instead);
            // Through the mailbox, behind everything that the actor sent us before it stopped.
            _self.Tell(new Terminated(death.Actor, death.ExistenceConfirmed, addressTerminated: false), death.Actor);
        }

        if (death.Actor is LocalActorRef child && Children?.Contains(child) == true) HandleChildTerminated(child);
    }

    /// <summary>A <see cref="Terminated"/> was stashed: it will come again, and must be accepted then too.</summary>
    public void KeepTerminated(Terminated terminated) => _terminatedQueued.TryAdd(terminated.ActorRef.AsInternal(), instead: null);

    private void ReceiveTerminated(Terminated terminated)
    {
        if (terminated.ActorRef is not IInternalActorRef actor || !_terminatedQueued.Remove(actor, out var instead)) return;
        var message = instead ?? terminated;
        CurrentMessage = message;
        _actor!.AroundReceive(CurrentBehavior, message);
    }

    private void AddWatcher(IInternalActorRef watcher)
    {
        // The parent is told of every end, watching or not.
        if (ReferenceEquals(watcher, Parent)) return;
        switch (_watchedBy)
        {
            case null:
                _watchedBy = watcher;
                break;
            case HashSet<IInternalActorRef> many:
                many.Add(watcher);
                break;
            case IInternalActorRef one when !ReferenceEquals(one, watcher):
                _watchedBy = new HashSet<IInternalActorRef> { one, watcher };
                break;
        }
    }

    private void RemoveWatcher(IInternalActorRef watcher)
    {
        if (ReferenceEquals(_watchedBy, watcher)) _watchedBy = null;
        else (_watchedBy as HashSet<IInternalActorRef>)?.Remove(watcher);
    }

    private void TellWatchersWeDied()
    {
        switch (_watchedBy)
        {
            case HashSet<IInternalActorRef> many:
                foreach (var watcher in many) watcher.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true));
                break;
            case IInternalActorRef one:
                one.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true));
                break;
        }

        _watchedBy = null;
    }

    private void UnwatchAll()
    {
        foreach (var watched in _watching.Actors) watched.SendSystemMessage(new UnwatchMessage(_self));
        _watching = default;
        _terminatedQueued = default;
    }
}
