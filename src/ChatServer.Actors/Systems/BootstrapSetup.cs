using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Actors;

/// <summary>The setup for a new system. Immutable: each With method returns a copy.</summary>
public sealed class BootstrapSetup
{
    private BootstrapSetup()
    {
    }

    private BootstrapSetup(BootstrapSetup other)
    {
        TimeProvider = other.TimeProvider;
        LoggerFactory = other.LoggerFactory;
        Throughput = other.Throughput;
        AskTimeout = other.AskTimeout;
        LogDeadLetters = other.LogDeadLetters;
        LogDeadLettersSuspendDuration = other.LogDeadLettersSuspendDuration;
        Observation = other.Observation;
        BoundedMailboxes = other.BoundedMailboxes;
        EventSources = other.EventSources;
        PatientMessages = other.PatientMessages;
        DispatcherReplacement = other.DispatcherReplacement;
        MailboxReplacement = other.MailboxReplacement;
    }

    /// <summary>The clock and timers of everything in the system. Default: the machine's.</summary>
    public TimeProvider TimeProvider { get; private init; } = TimeProvider.System;

    /// <summary>Where the system and its actors write their log. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; private init; } = NullLoggerFactory.Instance;

    /// <summary>Messages that an actor handles in one turn before other actors get theirs. Default: 32, see docs/benchmarks.md.</summary>
    public int Throughput { get; private init; } = 32;

    /// <summary>How long an Ask waits if its caller gives no timeout. Default: <see cref="Timeout.InfiniteTimeSpan"/>, for ever.</summary>
    public TimeSpan AskTimeout { get; private init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many dead letters and dropped messages are logged before logging pauses. Default: 10.</summary>
    public int LogDeadLetters { get; private init; } = 10;

    /// <summary>How long logging then pauses. Default: five minutes.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; private init; } = TimeSpan.FromMinutes(5);

    /// <summary>What is observed. Default: null, which observes nothing and costs nothing.</summary>
    public ObservationSettings? Observation { get; private init; }

    internal IReadOnlyDictionary<string, int> BoundedMailboxes { get; private init; } = new Dictionary<string, int>();

    internal IReadOnlyList<IEventSource> EventSources { get; private init; } = [];

    internal IReadOnlyList<Type> PatientMessages { get; private init; } = [];

    internal MessageDispatcher? DispatcherReplacement { get; private init; }

    internal Func<ActorCell, MessageDispatcher, int, Mailbox>? MailboxReplacement { get; private init; }

    /// <summary>All defaults.</summary>
    public static BootstrapSetup Create() => new();

    /// <summary>With another clock.</summary>
    /// <param name="timeProvider">See <see cref="TimeProvider"/>.</param>
    public BootstrapSetup WithTimeProvider(TimeProvider timeProvider) => new(this) { TimeProvider = timeProvider };

    /// <summary>With a log.</summary>
    /// <param name="loggerFactory">See <see cref="LoggerFactory"/>.</param>
    public BootstrapSetup WithLoggerFactory(ILoggerFactory loggerFactory) => new(this) { LoggerFactory = loggerFactory };

    /// <summary>With another throughput.</summary>
    /// <param name="throughput">See <see cref="Throughput"/>; at least 1.</param>
    public BootstrapSetup WithThroughput(int throughput)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(throughput, 1);
        return new(this) { Throughput = throughput };
    }

    /// <summary>With a default timeout for Ask.</summary>
    /// <param name="timeout">See <see cref="AskTimeout"/>.</param>
    public BootstrapSetup WithAskTimeout(TimeSpan timeout) => new(this) { AskTimeout = timeout };

    /// <summary>With more or fewer dead letters in the log.</summary>
    /// <param name="count">See <see cref="LogDeadLetters"/>.</param>
    /// <param name="suspendDuration">See <see cref="LogDeadLettersSuspendDuration"/>.</param>
    public BootstrapSetup WithLogDeadLetters(int count, TimeSpan suspendDuration) =>
        new(this) { LogDeadLetters = count, LogDeadLettersSuspendDuration = suspendDuration };

    /// <summary>With a bounded kind of mailbox; see <see cref="Mailboxes.RegisterBounded"/>.</summary>
    /// <param name="id">Its name, for <see cref="Props.WithMailbox"/>.</param>
    /// <param name="capacity">Maximum number of waiting messages; at least 1.</param>
    public BootstrapSetup WithBoundedMailbox(string id, int capacity)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return new(this) { BoundedMailboxes = new Dictionary<string, int>(BoundedMailboxes, StringComparer.Ordinal) { [id] = capacity } };
    }

    /// <summary>With observation of every actor: statistics, metrics, warnings of slow handlers, journeys of messages.</summary>
    /// <param name="settings">What is observed; null for the defaults.</param>
    public BootstrapSetup WithObservation(ObservationSettings? settings = null) =>
        new(this) { Observation = settings ?? new ObservationSettings() };

    /// <summary>With dedicated threads instead of the process's thread pool: one per event source, which it polls between turns. None of
    /// these threads may be blocked for long.</summary>
    /// <param name="sources">What the threads poll; a thread ends when its source is closed. Empty: the thread pool.</param>
    /// <param name="patient">Types of messages that can wait until more of the same have arrived: an actor woken by one of them gets its
    /// turn after all others.</param>
    public BootstrapSetup WithEventSources(IReadOnlyList<IEventSource> sources, params IReadOnlyList<Type> patient)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(this) { EventSources = sources, PatientMessages = patient };
    }

    /// <summary>For the seeded scheduler, which runs every actor, whatever dispatcher it asks for.</summary>
    internal BootstrapSetup WithDispatch(MessageDispatcher dispatcher, Func<ActorCell, MessageDispatcher, int, Mailbox>? mailboxes) =>
        new(this) { DispatcherReplacement = dispatcher, MailboxReplacement = mailboxes };
}
