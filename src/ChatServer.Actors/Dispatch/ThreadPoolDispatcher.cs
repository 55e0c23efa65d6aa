namespace ChatServer.Actors;

/// <summary>The default: turns are work items of the process's thread pool.</summary>
internal sealed class ThreadPoolDispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    // The global queue is first in, first out: an actor that has used up its turn goes behind all that wait. The pool's local queues are
    // last in, first out and would give it the next turn at once. Unsafe: no ExecutionContext is captured, as actors don't flow one.
    internal override void Schedule(Mailbox mailbox) => ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
}
