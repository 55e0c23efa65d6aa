namespace ChatServer.SimulationTests.Model;

/// <summary>What must be true. The first six are the guarantees of the design.</summary>
public enum Promise
{
    /// <summary>A connection starts its next command when the last one has finished; a PONG says that all before has taken
    /// effect.</summary>
    OneCommandAtATime = 1,

    /// <summary>All members see the events of a room in the same order.</summary>
    OneOrderPerRoom = 2,

    /// <summary>A message is delivered to every member that stays connected, once, or its sender is told.</summary>
    NothingSilent = 3,

    /// <summary>At no moment do two users hold the same nick.</summary>
    OneOwnerPerNick = 4,

    /// <summary>Every queue has a limit and a written answer for "full".</summary>
    BoundedEverything = 5,

    /// <summary>A fault stays where it happens.</summary>
    FaultsStay = 6,

    /// <summary>What a client can know from its lines is what the server says when asked.</summary>
    KnowledgeIsTrue = 7,

    /// <summary>Nobody does what he may not do.</summary>
    RulesHold = 8,

    /// <summary>No line that the grammar forbids.</summary>
    WellFormedLines = 9,

    /// <summary>When all have gone, nothing is left of them.</summary>
    NothingLeftOver = 10,

    /// <summary>Whatever clients do, there is a moment when nothing is left to do about it.</summary>
    ComesToRest = 11,

    /// <summary>What the actor runtime says that it does it does, whether the server needs it or not.</summary>
    ActorsKeepTheirWord = 12,
}

/// <summary>A promise that was not kept. Thrown where it is noticed.</summary>
public sealed class BrokenPromiseException(Promise promise, string what) : Exception($"{promise}: {what}")
{
    public Promise Promise { get; } = promise;

    public string What { get; } = what;
}
