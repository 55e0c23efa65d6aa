namespace ChatServer.Actors;

/// <summary>The root of the tree. It has no mailbox and no supervisor; all it does is stop the two guardians below it.</summary>
/// <remarks><c>/user</c> holds the user's actors. <c>/system</c> holds the runtime's own, which live longer so that the shutdown is
/// logged.</remarks>
internal sealed class RootGuardianRef : MinimalActorRef
{
    private readonly ActorSystem _system;
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LocalActorRef? _user;

    public RootGuardianRef(ActorSystem system, ActorPath path)
    {
        _system = system;
        Path = path;
        SystemRef = new LocalActorRef(system, Props.Create(() => new GuardianActor()), this, path.Child("system", system.NextUid()));
        SystemRef.Cell.Start();
    }

    public override ActorPath Path { get; }

    public override ActorSystem? System => _system;

    public override bool IsTerminated => _terminated.Task.IsCompleted;

    public Task WhenTerminated => _terminated.Task;

    public ActorCell SystemGuardian => SystemRef.Cell;

    private LocalActorRef SystemRef { get; }

    public LocalActorRef CreateUserGuardian()
    {
        _user = new LocalActorRef(_system, Props.Create(() => new GuardianActor()), this, Path.Child("user", _system.NextUid()));
        _user.Cell.Start();
        return _user;
    }

    public override IInternalActorRef? GetChild(string name) => name switch
    {
        "user" => _user,
        "system" => SystemRef,
        "deadLetters" => _system.DeadLetterRef,
        _ => null,
    };

    public override IReadOnlyList<IInternalActorRef> GetChildren() => _user is null ? [SystemRef] : [_user, SystemRef];

    public override void Tell(object message, IActorRef? sender) => _system.DeadLetterRef.Publish(message, sender, this);

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case FailedMessage failed:
                // A failure escalated to the top: nobody is left to decide, so the whole tree is stopped, and the system with it.
                _system.Log.Error(failed.Cause, failed.Child, typeof(GuardianActor),
                    $"Escalated to the top, stopping: {failed.Cause.Message}");
                failed.Child.Stop();
                break;
            case DeathWatchNotification death when ReferenceEquals(death.Actor, _user):
                SystemRef.Stop();
                break;
            case DeathWatchNotification:
                _system.Observation?.Dispose();
                _terminated.TrySetResult();
                break;
            case WatchMessage watch when IsTerminated:
                watch.Watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true));
                break;
        }
    }
}

/// <summary>Parent of all top-level actors: supervises by the default strategy and handles no messages.</summary>
internal sealed class GuardianActor : ActorBase
{
    protected override bool Receive(object message) => false;
}
