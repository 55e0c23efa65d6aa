using System.Collections.Concurrent;

namespace ChatServer.Actors;

/// <summary>Dedicated threads, one per event source: a worker polls for events, runs the turns that they cause and the turns that those
/// cause, and polls again.</summary>
/// <remarks>
/// <para>
/// A message from one actor to another waits in a queue that belongs to the worker alone: scheduling needs no interlocked operation and
/// wakes nobody, and a message goes from socket to socket on one thread. Only messages from other threads, and turns that a busy worker
/// gives to an idle one, go through a shared queue.
/// </para>
/// <para>
/// Message types may be registered as patient. An actor that such a message wakes gets its turn when no other turn is due and the events
/// have been polled. More of the same may arrive meanwhile, and all of it is handled in one turn.
/// </para>
/// <para>
/// An actor that blocks its thread stalls the sockets of one worker; use <see cref="Dispatchers.PinnedDispatcherId"/> for such actors.
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
        // Without the fence, we could check the workers before the mailbox is visible in the queue: a worker that falls asleep in between
        // would see no work, and we would see no sleeper.
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

    /// <summary>Takes a turn from the shared queue.</summary>
    public bool TryTakeShared(out Mailbox mailbox) => _shared.TryDequeue(out mailbox!);

    public bool HasShared => !_shared.IsEmpty;

    /// <summary>Whether some worker is idle.</summary>
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

    /// <summary>Moves turns to the shared queue and wakes an idle worker.</summary>
    public void Share(TurnQueue turns, int count)
    {
        while (count-- > 0 && turns.TryDequeue(out var mailbox)) _shared.Enqueue(mailbox);
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
