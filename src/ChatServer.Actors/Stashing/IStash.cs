namespace ChatServer.Actors;

/// <summary>Keeps messages that an actor cannot handle yet.</summary>
/// <remarks>Use it only in the actor's own turns. When the actor restarts or stops, all messages return to the mailbox.</remarks>
public interface IStash
{
    /// <summary>Maximum number of messages; -1 for no limit.</summary>
    int Capacity { get; }

    /// <summary>The number of messages in it.</summary>
    int Count { get; }

    /// <summary>Whether it holds no message.</summary>
    bool IsEmpty { get; }

    /// <summary>Whether it holds a message.</summary>
    bool NonEmpty { get; }

    /// <summary>Whether one more would overflow it.</summary>
    bool IsFull { get; }

    /// <summary>Stashes the current message.</summary>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    /// <exception cref="IllegalActorStateException">No message is being handled, or it is already in the stash.</exception>
    void Stash();

    /// <summary>Returns the oldest message to the front of the mailbox.</summary>
    void Unstash();

    /// <summary>Returns all messages to the front of the mailbox, in their order.</summary>
    void UnstashAll();

    /// <summary>Returns the messages that meet a condition to the mailbox, and drops the others.</summary>
    /// <param name="predicate">True for the messages to return.</param>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash.</summary>
    /// <returns>What was in it, oldest first.</returns>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages before those already in the stash.</summary>
    /// <param name="envelopes">In their order.</param>
    void Prepend(IEnumerable<Envelope> envelopes);
}

/// <summary>An actor with a stash. The runtime sets the property before the derived constructor runs.</summary>
public interface IActorStash
{
    /// <summary>The stash of this actor.</summary>
    IStash Stash { get; set; }
}

/// <summary>An actor with a stash, whatever its mailbox.</summary>
public interface IWithUnrestrictedStash : IActorStash;

/// <summary>An actor with a stash; <see cref="Props.WithStashCapacity"/> sets the limit.</summary>
public interface IWithStash : IWithUnrestrictedStash;

/// <summary>An actor with an unlimited stash.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash;
