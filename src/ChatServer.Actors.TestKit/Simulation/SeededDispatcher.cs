namespace ChatServer.Actors.TestKit;

/// <summary>Runs nothing by itself: it keeps the mailboxes that have work, and the simulation chooses among them.</summary>
/// <remarks>One message per turn: the more often the order is drawn, the more orders are found.</remarks>
internal sealed class SeededDispatcher(Simulation simulation) : MessageDispatcher("seeded-dispatcher", throughput: 1)
{
    public Simulation Simulation => simulation;

    public List<Mailbox> Ready { get; } = [];

    internal override void Schedule(Mailbox mailbox) => Ready.Add(mailbox);
}
