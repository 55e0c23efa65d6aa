namespace ChatServer.Actors;

/// <summary>Keeps messages for later that an actor cannot handle now.</summary>
/// <remarks>Only in the actor's own turns. At a restart and at the stop of the actor all go back to the mailbox.</remarks>
public interface IStash
{
    /// <summary>Most messages it takes; -1 for no limit.</summary>
    int Capacity { get; }

    /// <summary>Messages in it.</summary>
    int Count { get; }

    /// <summary>Whether there are none.</summary>
    bool IsEmpty { get; }

    /// <summary>Whether there are some.</summary>
    bool NonEmpty { get; }

    /// <summary>Whether one more would overflow it.</summary>
    bool IsFull { get; }

    /// <summary>Puts the message now being handled aside.</summary>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    /// <exception cref="IllegalActorStateException">No message is being handled, or it is in the stash already.</exception>
    void Stash();

    /// <summary>The oldest goes back to the mailbox, before all that wait there.</summary>
    void Unstash();

    /// <summary>All go back to the mailbox, in their order, before all that wait there.</summary>
    void UnstashAll();

    /// <summary>Those that meet a condition go back to the mailbox; the others are dropped.</summary>
    /// <param name="predicate">Says yes for those to go back.</param>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash.</summary>
    /// <returns>What was in it, oldest first.</returns>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages before those in the stash.</summary>
    /// <param name="envelopes">In their order.</param>
    void Prepend(IEnumerable<Envelope> envelopes);
}

/// <summary>An actor that has a stash. The runtime sets the property before the derived constructor runs.</summary>
public interface IActorStash
{
    /// <summary>The stash of this actor.</summary>
    IStash Stash { get; set; }
}

/// <summary>An actor that has a stash, whatever its mailbox.</summary>
public interface IWithUnrestrictedStash : IActorStash;

/// <summary>An actor that has a stash, with the limit given by <see cref="Props.WithStashCapacity"/>.</summary>
public interface IWithStash : IWithUnrestrictedStash;

/// <summary>An actor that has a stash without a limit.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash;
