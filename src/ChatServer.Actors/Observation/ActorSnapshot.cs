namespace ChatServer.Actors;

/// <summary>What an actor is doing.</summary>
public enum ActorState
{
    /// <summary>Nothing; its mailbox is empty.</summary>
    Idle,

    /// <summary>It waits for its turn, or is running.</summary>
    Scheduled,

    /// <summary>It handles no user messages: it waits for its supervisor's decision or for its asynchronous handler.</summary>
    Suspended,

    /// <summary>It waits for its children to stop.</summary>
    Stopping,

    /// <summary>It has stopped.</summary>
    Stopped,
}

/// <summary>One actor at one moment. The numbers of a busy actor may be from slightly different moments.</summary>
/// <param name="Path">Its place in the tree.</param>
/// <param name="ActorType">Its class.</param>
/// <param name="State">What it is doing.</param>
/// <param name="MailboxDepth">The number of waiting messages.</param>
/// <param name="Statistics">Its statistics; null when the system is not observed.</param>
public sealed record ActorSnapshot(ActorPath Path, Type ActorType, ActorState State, int MailboxDepth, ActorStatistics? Statistics);

/// <summary>What an actor has done since it was created; a restart does not reset the numbers.</summary>
/// <param name="MailboxHighWater">The largest number of messages that ever waited.</param>
/// <param name="Handled">Messages handled.</param>
/// <param name="TimeInHandlers">Time spent on them.</param>
/// <param name="Failures">How often it failed.</param>
/// <param name="Restarts">How often it was restarted.</param>
/// <param name="LastFailure">What it threw last.</param>
/// <param name="LastFailureTime">When.</param>
/// <param name="Running">The type of the current message, if it is running.</param>
/// <param name="RunningFor">For how long.</param>
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
