namespace ChatServer.Actors;

/// <summary>Gives actors threads to run on.</summary>
public abstract class MessageDispatcher
{
    private protected MessageDispatcher(string id, int throughput)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(throughput, 1);
        Id = id;
        Throughput = throughput;
    }

    /// <summary>The name by which <see cref="Props.WithDispatcher"/> finds it.</summary>
    public string Id { get; }

    /// <summary>How many messages an actor handles in one turn before other actors get theirs.</summary>
    public int Throughput { get; }

    /// <summary>Runs the mailbox soon, once. Any thread.</summary>
    internal abstract void Schedule(Mailbox mailbox);

    /// <summary>Runs the mailbox soon, once, because this message found it idle. Any thread.</summary>
    internal virtual void Schedule(Mailbox mailbox, object message) => Schedule(mailbox);

    /// <summary>Called when the actor of this mailbox has stopped.</summary>
    internal virtual void Detach(Mailbox mailbox)
    {
    }
}
