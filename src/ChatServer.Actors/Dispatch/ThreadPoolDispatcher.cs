namespace ChatServer.Actors;

/// <summary>The default: turns are work items of the process's thread pool.</summary>
internal sealed class ThreadPoolDispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    // The global queue, first in first out: an actor that has used up its turn goes behind all that wait. The pool's local queues are
    // last in first out and would hand it the next turn at once. Unsafe: no ExecutionContext is captured, actors don't flow any.
    internal override void Schedule(Mailbox mailbox) => ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
}
