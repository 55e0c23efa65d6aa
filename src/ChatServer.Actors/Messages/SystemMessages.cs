namespace ChatServer.Actors;

/// <summary>The runtime's own protocol between cells. Each object is sent once, to one mailbox: it carries the link of that mailbox's
/// list.</summary>
internal abstract class SystemMessage
{
    /// <summary>The next one in the same mailbox; guarded by that mailbox's latch until taken out.</summary>
    public SystemMessage? Next { get; set; }

    /// <summary>Whether it has to wait until a suspended actor is resumed or restarted.</summary>
    public virtual bool WaitsWhileSuspended => false;

    /// <summary>Whether it has to wait until an actor that is going through a restart has lost the children it stops.</summary>
    public virtual bool WaitsForChildren => false;
}

/// <summary>To a new cell: make the actor.</summary>
internal sealed class CreateMessage : SystemMessage;

/// <summary>To a cell: stop children, then yourself.</summary>
internal sealed class TerminateMessage : SystemMessage;

/// <summary>To a child: handle no user messages until resumed or restarted.</summary>
internal sealed class SuspendMessage : SystemMessage
{
    public override bool WaitsForChildren => true;
}

/// <summary>To a child: go on; <paramref name="causedByFailure"/> names the failure that is hereby forgiven.</summary>
internal sealed class ResumeMessage(Exception? causedByFailure) : SystemMessage
{
    public Exception? CausedByFailure { get; } = causedByFailure;

    public override bool WaitsForChildren => true;
}

/// <summary>To a child: replace the actor by a fresh one; mailbox and reference stay.</summary>
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

    // An actor that waits for its own supervisor's verdict judges nobody.
    public override bool WaitsWhileSuspended => true;

    public override bool WaitsForChildren => true;
}

/// <summary>To the watched actor: tell me when you stop.</summary>
internal sealed class WatchMessage(IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>To the watched actor: never mind.</summary>
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

/// <summary>To the cell itself: run the rest of an asynchronous handler.</summary>
internal sealed class ContinuationMessage(SendOrPostCallback callback, object? state) : SystemMessage
{
    public void Run() => callback(state);
}

/// <summary>To the cell itself: an asynchronous handler has ended.</summary>
internal sealed class TaskEndedMessage(Task task, object? message) : SystemMessage
{
    public Task Task { get; } = task;

    /// <summary>The message whose handler it was.</summary>
    public object? Message { get; } = message;
}
