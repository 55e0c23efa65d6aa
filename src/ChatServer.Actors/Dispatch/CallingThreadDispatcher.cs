namespace ChatServer.Actors;

/// <summary>For tests: the thread that tells a message also handles it, at once. An actor that is already running handles it
/// later.</summary>
/// <remarks>The throughput is unlimited: ending a turn here would mean calling ourselves.</remarks>
internal sealed class CallingThreadDispatcher(string id) : MessageDispatcher(id, throughput: int.MaxValue)
{
    internal override void Schedule(Mailbox mailbox) => mailbox.Run();
}
