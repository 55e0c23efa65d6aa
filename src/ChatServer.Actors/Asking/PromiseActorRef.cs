namespace ChatServer.Actors;

/// <summary>Stands in for an actor that waits for one answer.</summary>
internal sealed class PromiseActorRef<T> : MinimalActorRef
{
    private readonly ActorSystem _system;
    private readonly TaskCompletionSource<T> _answer;
    private readonly TimeSpan _timeout;
    private readonly ITimer? _timer;
    private readonly CancellationTokenRegistration _registration;
    private ActorPath? _path;

    public PromiseActorRef(ActorSystem system, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _system = system;
        // The asker continues on another thread, not in the middle of the answering actor's turn. A simulation has only one thread.
        _answer = new(system.IsSimulated ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        _timeout = timeout;
        if (timeout > TimeSpan.Zero)
            _timer = system.TimeProvider.CreateTimer(static self => ((PromiseActorRef<T>)self!).TimeOut(), this, timeout,
                Timeout.InfiniteTimeSpan);
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                static (self, token) => ((PromiseActorRef<T>)self!).Cancel(token), this);
        }
    }

    public Task<T> Task => _answer.Task;

    // Made on demand: it is hardly ever needed.
    public override ActorPath Path => _path ??= _system.RootRef.Path.Child("temp").Child($"${_system.NextUid()}");

    public override ActorSystem? System => _system;

    public override bool IsTerminated => _answer.Task.IsCompleted;

    public override void Tell(object message, IActorRef? sender)
    {
        if (message is null) InvalidMessageException.ThrowNull();
        if (_system.IsSimulated ? AnswerInline(message) : Answer(message)) End();
        else _system.DeadLetterRef.Publish(message, sender, this);
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case DeathWatchNotification death:
                // For GracefulStop, which watches through this reference. If it comes late, nothing is lost.
                var terminated = new Terminated(death.Actor, death.ExistenceConfirmed, addressTerminated: false);
                if (terminated is T answer && _answer.TrySetResult(answer)) End();
                break;
            case WatchMessage watch when IsTerminated:
                watch.Watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true));
                break;
        }
    }

    private bool Answer(object message) => message switch
    {
        Status.Failure failure => _answer.TrySetException(failure.Cause),
        T answer => _answer.TrySetResult(answer),
        _ => _answer.TrySetException(new ArgumentException($"Asked for {typeof(T)}, got {message.GetType()}: {message}")),
    };

    /// <summary>Continuations run inline only without a synchronization context; an answering asynchronous handler has one.</summary>
    private bool AnswerInline(object message)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Answer(message);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void TimeOut()
    {
        if (_answer.TrySetException(new AskTimeoutException($"No answer within {_timeout.TotalSeconds:F2} seconds."))) End();
    }

    private void Cancel(CancellationToken token)
    {
        if (_answer.TrySetCanceled(token)) End();
    }

    private void End()
    {
        _timer?.Dispose();
        // Unregister does not wait for a running callback, which may be the one that called us.
        _registration.Unregister();
    }
}
