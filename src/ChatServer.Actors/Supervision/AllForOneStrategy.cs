namespace ChatServer.Actors;

/// <summary>A failure of one child affects all children: they are restarted or stopped together.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    /// <summary>With limits.</summary>
    /// <param name="maxNrOfRetries">Maximum number of restarts in a window; one more stops all children; negative for no limit.</param>
    /// <param name="withinTimeMilliseconds">Length of the window; negative for the child's whole life.</param>
    /// <param name="decider">Chooses the directive.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public AllForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        Decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <inheritdoc cref="AllForOneStrategy(int, int, IDecider, bool)"/>
    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>With limits.</summary>
    /// <param name="maxNrOfRetries">Maximum number of restarts in a window; one more stops all children; null for no limit.</param>
    /// <param name="withinTimeRange">Length of the window; null for the child's whole life.</param>
    /// <param name="localOnlyDecider">Chooses the directive.</param>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries ?? -1, RetryWindow.Milliseconds(withinTimeRange), new LocalOnlyDecider(localOnlyDecider))
    {
    }

    /// <inheritdoc cref="AllForOneStrategy(int?, TimeSpan?, Func{Exception, Directive})"/>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, RetryWindow.Milliseconds(withinTimeRange), decider)
    {
    }

    /// <summary>Without limits.</summary>
    /// <param name="localOnlyDecider">Chooses the directive.</param>
    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, new LocalOnlyDecider(localOnlyDecider))
    {
    }

    /// <summary>Without limits.</summary>
    /// <param name="decider">Chooses the directive.</param>
    public AllForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    /// <summary>Maximum number of restarts in a window; negative for no limit.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>Length of the window; negative for the child's whole life.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc/>
    public override IDecider Decider { get; }

    /// <inheritdoc/>
    public override void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(children);
        // Every child is asked for permission, so that every child's restart is counted.
        if (restart && children.Count(MayRestart) == children.Count)
        {
            foreach (var each in children) RestartChild(each.Child, cause, suspendFirst: !each.Child.Equals(child));
        }
        else
        {
            foreach (var each in children) context.Stop(each.Child);
        }

        bool MayRestart(ChildRestartStats each) => each.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds);
    }
}
