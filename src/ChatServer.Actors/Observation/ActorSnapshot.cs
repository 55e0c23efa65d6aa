namespace ChatServer.Actors;

/// <summary>What an actor is doing.</summary>
public enum ActorState
{
    /// <summary>Nothing; its mailbox is empty.</summary>
    Idle,

    /// <summary>It waits for its turn, or has it.</summary>
    Scheduled,

    /// <summary>It handles no user messages: for its supervisor's verdict, or because an asynchronous handler has not ended.</summary>
    Suspended,

    /// <summary>It waits for its children to stop.</summary>
    Stopping,

    /// <summary>It is no more.</summary>
    Stopped,
}

/// <summary>One actor as it was at one moment. Numbers of a busy actor may be of slightly different moments.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="ActorType">Its class.</param>
/// <param name="State">What it is doing.</param>
/// <param name="MailboxDepth">Messages that wait.</param>
/// <param name="Statistics">What it has done; null when the system is not observed.</param>
public sealed record ActorSnapshot(ActorPath Path, Type ActorType, ActorState State, int MailboxDepth, ActorStatistics? Statistics);

/// <summary>What an actor has done since it was made; restarts go on counting.</summary>
/// <param name="MailboxHighWater">Most messages that ever waited.</param>
/// <param name="Handled">Messages handled.</param>
/// <param name="TimeInHandlers">Time spent on them.</param>
/// <param name="Failures">How often it failed.</param>
/// <param name="Restarts">How often a fresh actor took over.</param>
/// <param name="LastFailure">What it threw last.</param>
/// <param name="LastFailureTime">When.</param>
/// <param name="Running">The type of the message now being handled, if it is in its turn.</param>
/// <param name="RunningFor">Since how long.</param>
public sealed record ActorStatistics(
    int MailboxHighWater,
    long Handled,
    TimeSpan TimeInHandlers,
    int Failures,
    int Restarts,
    Exception? LastFailure,
    DateTimeOffset? LastFailureTime,
    Type? Running,
    TimeSpan RunningFor);
