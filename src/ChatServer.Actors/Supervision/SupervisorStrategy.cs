namespace ChatServer.Actors;

/// <summary>How an actor deals with the failures of its children.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Restart, except that an actor is stopped if it could not be created, was killed, or did not handle the end of one it
    /// watched.</summary>
    public static readonly IDecider DefaultDecider = Actors.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    /// <summary>Each child on its own, by <see cref="DefaultDecider"/>, without a limit.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>Stops the failed child, whatever it threw.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    /// <summary>Chooses the directive.</summary>
    public abstract IDecider Decider { get; }

    /// <summary>Whether failures are logged: Resume as a warning, Restart and Stop as errors; the supervisor above logs an
    /// Escalate.</summary>
    protected bool LoggingEnabled { get; set; } = true;

    /// <summary>Decides about a child that has failed, and acts.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="child">The child that failed.</param>
    /// <param name="cause">What it threw.</param>
    /// <param name="stats">Its restart record.</param>
    /// <param name="children">The restart records of all children.</param>
    /// <returns>False if the failure is to be escalated.</returns>
    public bool HandleFailure(
        IActorContext context,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = Handle(child, cause);
        LogFailure(context, child, cause, directive);
        switch (directive)
        {
            case Directive.Resume:
                ResumeChild(child, cause);
                return true;
            case Directive.Restart:
                ProcessFailure(context, restart: true, child, cause, stats, children);
                return true;
            case Directive.Stop:
                ProcessFailure(context, restart: false, child, cause, stats, children);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Restarts or stops the children that the strategy affects.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="restart">Restart if the limits allow it, otherwise stop.</param>
    /// <param name="child">The child that failed.</param>
    /// <param name="cause">What it threw.</param>
    /// <param name="stats">Its restart record.</param>
    /// <param name="children">The restart records of all children.</param>
    public abstract void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children);

    /// <summary>Called when a child has stopped.</summary>
    /// <param name="actorContext">The supervisor.</param>
    /// <param name="child">The child that stopped.</param>
    /// <param name="children">The children that are left.</param>
    public virtual void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IActorRef> children)
    {
    }

    /// <summary>Chooses the directive for a failure of this child.</summary>
    /// <param name="child">The child that failed.</param>
    /// <param name="exception">What it threw.</param>
    protected virtual Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);

    /// <summary>Logs the failure and the directive.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="child">The child that failed.</param>
    /// <param name="cause">What it threw.</param>
    /// <param name="directive">What is done about it.</param>
    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(cause);
        if (!LoggingEnabled || directive == Directive.Escalate) return;
        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        if (directive == Directive.Resume) context.System.Log.Warning(cause, child, GetType(), message);
        else context.System.Log.Error(cause, child, GetType(), message);
    }

    /// <summary>Resumes a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="exception">The failure that is now settled.</param>
    protected static void ResumeChild(IActorRef child, Exception exception) => child.AsInternal().Resume(exception);

    /// <summary>Restarts a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="cause">Why.</param>
    /// <param name="suspendFirst">True for a child that has not failed itself and is still running.</param>
    protected static void RestartChild(IActorRef child, Exception cause, bool suspendFirst)
    {
        var target = child.AsInternal();
        if (suspendFirst) target.Suspend();
        target.Restart(cause);
    }
}
