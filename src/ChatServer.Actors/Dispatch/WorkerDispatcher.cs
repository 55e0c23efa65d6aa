using System.Collections.Concurrent;

namespace ChatServer.Actors;

/// <summary>Threads of its own, one for each source of events: a worker looks for events, runs the turns that they caused, and those that
/// these caused, and looks again.</summary>
/// <remarks>
/// <para>
/// What an actor tells another waits in a queue that belongs to the worker alone: scheduling costs no interlocked step and wakes nobody,
/// and a message goes from socket to socket on one thread. Only what comes from foreign threads, and what a busy worker gives away to
/// one that has nothing to do, goes through a queue that all share.
/// </para>
/// <para>
/// Types of messages may be named as patient. An actor that was idle until such a message came gets its turn when no other turn is due and
/// the events have been looked at: meanwhile more of the same may come, and all of it is done in one turn.
/// </para>
/// <para>
/// An actor that blocks its thread holds up the sockets of one worker; use <see cref="Dispatchers.PinnedDispatcherId"/> for such.
/// </para>
/// </remarks>
internal sealed class WorkerDispatcher : MessageDispatcher
{
    private readonly ConcurrentQueue<Mailbox> _shared = new();
    private readonly Worker[] _workers;
    private readonly Type[] _patient;

    public WorkerDispatcher(string id, int throughput, IReadOnlyList<IEventSource> sources, IEnumerable<Type> patient)
        : base(id, throughput)
    {
        _patient = [.. patient];
        _workers = [.. sources.Select(source => new Worker(this, source))];
        for (var i = 0; i < _workers.Length; i++) _workers[i].Start($"{id}-{i + 1}");
    }

    internal override void Schedule(Mailbox mailbox)
    {
        if (Worker.Current is { } worker && ReferenceEquals(worker.Dispatcher, this))
        {
            worker.Add(mailbox);
            return;
        }

        _shared.Enqueue(mailbox);
        // Without the fence the look at the workers could come before the mailbox is in the queue: a worker that goes to sleep in between
        // would see no work, and we no sleeper.
        Interlocked.MemoryBarrier();
        WakeOne();
    }

    internal override void Schedule(Mailbox mailbox, object message)
    {
        if (_patient.Contains(message.GetType()) && Worker.Current is { } worker && ReferenceEquals(worker.Dispatcher, this))
            worker.AddPatient(mailbox);
        else
            Schedule(mailbox);
    }

    /// <summary>Takes from what all share.</summary>
    public bool TryTakeShared(out Mailbox mailbox) => _shared.TryDequeue(out mailbox!);

    public bool HasShared => !_shared.IsEmpty;

    /// <summary>Whether some worker has nothing to do.</summary>
    public bool HasSleeper
    {
        get
        {
            foreach (var worker in _workers)
            {
                if (worker.IsAsleep) return true;
            }

            return false;
        }
    }

    /// <summary>Gives turns to whoever has nothing to do.</summary>
    public void Share(Queue<Mailbox> turns, int count)
    {
        while (count-- > 0) _shared.Enqueue(turns.Dequeue());
        Interlocked.MemoryBarrier();
        WakeOne();
    }

    private void WakeOne()
    {
        foreach (var worker in _workers)
        {
            if (worker.TryWake()) return;
        }
    }
}
