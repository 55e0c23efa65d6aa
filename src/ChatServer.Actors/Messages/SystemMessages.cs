namespace ChatServer.Actors;

/// <summary>The runtime's own protocol between cells. Each object is sent once, to one mailbox, because it holds the link of that mailbox's
/// list.</summary>
internal abstract class SystemMessage
{
    /// <summary>The next message in the same mailbox; guarded by that mailbox's latch until it is taken out.</summary>
    public SystemMessage? Next { get; set; }

    /// <summary>Whether it has to wait until a suspended actor is resumed or restarted.</summary>
    public virtual bool WaitsWhileSuspended => false;

    /// <summary>Whether it has to wait until a restarting actor has lost the children that the restart stops.</summary>
    public virtual bool WaitsForChildren => false;
}

/// <summary>To a new cell: create the actor.</summary>
internal sealed class CreateMessage : SystemMessage;

/// <summary>To a cell: stop children, then yourself.</summary>
internal sealed class TerminateMessage : SystemMessage;

/// <summary>To a child: handle no user messages until resumed or restarted.</summary>
internal sealed class SuspendMessage : SystemMessage
{
    public override bool WaitsForChildren => true;
}

/// <summary>To a child: continue; <paramref name="causedByFailure"/> is the failure that is now settled.</summary>
internal sealed class ResumeMessage(Exception? causedByFailure) : SystemMessage
{
    public Exception? CausedByFailure { get; } = causedByFailure;

    public override bool WaitsForChildren => true;
}

/// <summary>To a child: replace the actor with a new one; mailbox and reference stay.</summary>
internal sealed class RecreateMessage(Exception cause) : SystemMessage
{
    public Exception Cause { get; } = cause;

    public override bool WaitsForChildren => true;
}

/// <summary>To the parent: a handler threw; I have suspended myself.</summary>
internal sealed class FailedMessage(LocalActorRef child, Exception cause) : SystemMessage
{
    public LocalActorRef Child { get; } = child;

    public Exception Cause { get; } = cause;

    // An actor that waits for its own supervisor's decision decides about nobody.
    public override bool WaitsWhileSuspended => true;

    public override bool WaitsForChildren => true;
}

/// <summary>To the watched actor: tell me when you stop.</summary>
internal sealed class WatchMessage(IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>To the watched actor: the watch has ended.</summary>
internal sealed class UnwatchMessage(IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>To parent and watchers: the actor has stopped.</summary>
internal sealed class DeathWatchNotification(IInternalActorRef actor, bool existenceConfirmed) : SystemMessage
{
    public IInternalActorRef Actor { get; } = actor;

    public bool ExistenceConfirmed { get; } = existenceConfirmed;
}

/// <summary>To the cell itself: run the continuation of an asynchronous handler.</summary>
internal sealed class ContinuationMessage(SendOrPostCallback callback, object? state) : SystemMessage
{
    public void Run() => callback(state);
}

/// <summary>To the cell itself: an asynchronous handler has completed.</summary>
internal sealed class TaskEndedMessage(Task task) : SystemMessage
{
    public Task Task { get; } = task;
}
