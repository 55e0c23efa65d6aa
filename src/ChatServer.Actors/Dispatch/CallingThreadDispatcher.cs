namespace ChatServer.Actors;

/// <summary>For tests: the thread that sends a message also handles it, at once. An actor that is already running handles it
/// later.</summary>
/// <remarks>The throughput is unlimited, because a turn that ends with messages left would have to call itself.</remarks>
internal sealed class CallingThreadDispatcher(string id) : MessageDispatcher(id, throughput: int.MaxValue)
{
    internal override void Schedule(Mailbox mailbox) => mailbox.Run();
}
