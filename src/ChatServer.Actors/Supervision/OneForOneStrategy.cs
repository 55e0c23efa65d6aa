namespace ChatServer.Actors;

/// <summary>A failure affects only the child that failed.</summary>
public class OneForOneStrategy : SupervisorStrategy
{
    /// <summary>With limits.</summary>
    /// <param name="maxNrOfRetries">Maximum number of restarts in a window; one more stops the child; negative for no limit.</param>
    /// <param name="withinTimeMilliseconds">Length of the window; negative for the child's whole life.</param>
    /// <param name="decider">Chooses the directive.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public OneForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        Decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <inheritdoc cref="OneForOneStrategy(int, int, IDecider, bool)"/>
    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>With limits.</summary>
    /// <param name="maxNrOfRetries">Maximum number of restarts in a window; one more stops the child; null for no limit.</param>
    /// <param name="withinTimeRange">Length of the window; null for the child's whole life.</param>
    /// <param name="localOnlyDecider">Chooses the directive.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries ?? -1, RetryWindow.Milliseconds(withinTimeRange), new LocalOnlyDecider(localOnlyDecider))
    {
    }

    /// <inheritdoc cref="OneForOneStrategy(int?, TimeSpan?, Func{Exception, Directive})"/>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, RetryWindow.Milliseconds(withinTimeRange), decider)
    {
    }

    /// <summary>Without limits.</summary>
    /// <param name="localOnlyDecider">Chooses the directive.</param>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, new LocalOnlyDecider(localOnlyDecider))
    {
    }

    /// <summary>Without limits.</summary>
    /// <param name="localOnlyDecider">Chooses the directive.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled)
        : this(-1, -1, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>Without limits.</summary>
    /// <param name="decider">Chooses the directive.</param>
    public OneForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    /// <summary>Maximum number of restarts in a window; negative for no limit.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>Length of the window; negative for the child's whole life.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc/>
    public override IDecider Decider { get; }

    /// <summary>A copy with another number of restarts.</summary>
    /// <param name="maxNrOfRetries">Maximum number of restarts in a window.</param>
    public OneForOneStrategy WithMaxNrOfRetries(int maxNrOfRetries) =>
        new(maxNrOfRetries, WithinTimeRangeMilliseconds, Decider, LoggingEnabled);

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
        ArgumentNullException.ThrowIfNull(stats);
        if (restart && stats.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds))
            RestartChild(child, cause, suspendFirst: false);
        else context.Stop(child);
    }
}

internal static class RetryWindow
{
    public static int Milliseconds(TimeSpan? window) =>
        window is { } length && length != Timeout.InfiniteTimeSpan ? (int)length.TotalMilliseconds : -1;
}
