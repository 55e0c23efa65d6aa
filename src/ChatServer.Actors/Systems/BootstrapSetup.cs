using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Actors;

/// <summary>What a system is given at its creation. Immutable: each With returns another.</summary>
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

    /// <summary>Clock and timers of everything in the system. Default: the machine's.</summary>
    public TimeProvider TimeProvider { get; private init; } = TimeProvider.System;

    /// <summary>Where the system and its actors write their log. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; private init; } = NullLoggerFactory.Instance;

    /// <summary>Messages an actor handles in a turn before others get theirs. Default: 32, see docs/benchmarks.md.</summary>
    public int Throughput { get; private init; } = 32;

    /// <summary>How long an Ask waits that says nothing else; <see cref="Timeout.InfiniteTimeSpan"/>, the default, for ever.</summary>
    public TimeSpan AskTimeout { get; private init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many dead letters and dropped messages are logged before the log falls silent about them. Default: 10.</summary>
    public int LogDeadLetters { get; private init; } = 10;

    /// <summary>How long it stays silent then. Default: five minutes.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; private init; } = TimeSpan.FromMinutes(5);

    /// <summary>What is observed; null, the default, for nothing, which costs nothing.</summary>
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

    /// <summary>With turns of another length.</summary>
    /// <param name="throughput">See <see cref="Throughput"/>; at least 1.</param>
    public BootstrapSetup WithThroughput(int throughput)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(throughput, 1);
        return new(this) { Throughput = throughput };
    }

    /// <summary>With a limit to every Ask.</summary>
    /// <param name="timeout">See <see cref="AskTimeout"/>.</param>
    public BootstrapSetup WithAskTimeout(TimeSpan timeout) => new(this) { AskTimeout = timeout };

    /// <summary>With more or fewer dead letters in the log.</summary>
    /// <param name="count">See <see cref="LogDeadLetters"/>.</param>
    /// <param name="suspendDuration">See <see cref="LogDeadLettersSuspendDuration"/>.</param>
    public BootstrapSetup WithLogDeadLetters(int count, TimeSpan suspendDuration) =>
        new(this) { LogDeadLetters = count, LogDeadLettersSuspendDuration = suspendDuration };

    /// <summary>With a kind of mailbox that has a limit; see <see cref="Mailboxes.RegisterBounded"/>.</summary>
    /// <param name="id">Its name, for <see cref="Props.WithMailbox"/>.</param>
    /// <param name="capacity">Most messages that wait; at least 1.</param>
    public BootstrapSetup WithBoundedMailbox(string id, int capacity)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return new(this) { BoundedMailboxes = new Dictionary<string, int>(BoundedMailboxes, StringComparer.Ordinal) { [id] = capacity } };
    }

    /// <summary>With an eye on every actor: statistics, metrics, warnings of slow handlers, journeys of messages.</summary>
    /// <param name="settings">What is observed; null for the defaults.</param>
    public BootstrapSetup WithObservation(ObservationSettings? settings = null) =>
        new(this) { Observation = settings ?? new ObservationSettings() };

    /// <summary>With threads of its own instead of the process's thread pool: one for each source of events, which it looks after between
    /// turns. No such thread may be blocked for long.</summary>
    /// <param name="sources">Where the threads look for events; a thread ends when its source is closed. Empty: the thread pool.</param>
    /// <param name="patient">Types of messages that need not be handled before more like them may have come: an actor that only such a
    /// message wakes gets its turn after all others.</param>
    public BootstrapSetup WithEventSources(IReadOnlyList<IEventSource> sources, params IReadOnlyList<Type> patient)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(this) { EventSources = sources, PatientMessages = patient };
    }

    /// <summary>For the seeded scheduler, which runs every actor, whatever dispatcher it asks for.</summary>
    internal BootstrapSetup WithDispatch(MessageDispatcher dispatcher, Func<ActorCell, MessageDispatcher, int, Mailbox>? mailboxes) =>
        new(this) { DispatcherReplacement = dispatcher, MailboxReplacement = mailboxes };
}
