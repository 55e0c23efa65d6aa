namespace ChatServer.Actors;

// A turn: what one thread does with one actor before it moves on to another.
internal partial class Mailbox
{
    private int _suspensions;

    /// <summary>Whether user messages are on hold: until the supervisor decides, or until an asynchronous handler completes.</summary>
    public bool IsSuspended => _suspensions > 0;

    void IThreadPoolWorkItem.Execute() => Run();

    /// <summary>A turn is near: prefetches what leads to the actor.</summary>
    public void FetchCell()
    {
        ProcessorCache.Fetch(_cell, ActorCell.CacheLines);
        ProcessorCache.Fetch(_arrivals, lines: 1);
    }

    /// <summary>The turn is next: prefetches the actor and what it allocated first.</summary>
    public void FetchActor() => ProcessorCache.Fetch(_cell.Actor, ActorCell.CacheLinesOfActor);

    /// <summary>Only from within a turn. Suspensions are counted: each needs its own <see cref="Resume"/>.</summary>
    public void Suspend() => _suspensions++;

    /// <summary>Only from within a turn.</summary>
    public void Resume()
    {
        if (_suspensions > 0) _suspensions--;
    }

    /// <summary>Handles up to one turn's worth of messages. The dispatcher calls it once for each time the mailbox was scheduled.</summary>
    public void Run()
    {
        var outer = ActorCell.EnterTurn(_cell);
        try
        {
            // Fairness: a turn ends after this many messages even if more are waiting.
            var left = _dispatcher.Throughput;
            do
            {
                // Volatile: other threads append to the list.
                if (Volatile.Read(ref _systemHead) is not null) HandleSystemMessages();
                if (_suspensions > 0 || !TryDequeue(out var envelope)) break;
                Invoke(envelope);
            }
            while (--left > 0);
        }
        finally
        {
            ActorCell.LeaveTurn(outer);
        }

        EndTurn();
    }

    protected virtual void Invoke(in Envelope envelope) => _cell.Invoke(envelope.Message, envelope.Sender);

    /// <summary>Whether a message is waiting; only under the latch.</summary>
    protected virtual bool HasUserMessages => _inboxHead < _inboxEnd || _arrivalCount > 0;

    private void HandleSystemMessages()
    {
        var status = Latch();
        var first = _systemHead;
        (_systemHead, _systemTail) = (null, null);
        Unlatch(status);
        if (first is not null) _cell.InvokeSystem(first);
    }

    /// <summary>Moves to the end of the dispatcher's queue, to idle, or to parked.</summary>
    private void EndTurn()
    {
        // The latch makes check and state change one step. A sender that comes before it has put its message where we look; one that comes
        // after it finds the mailbox idle and schedules it.
        var status = Latch();
        if ((status & Closed) != 0)
        {
            Unlatch(status & ~Scheduled);
            return;
        }

        if (_systemHead is not null || (_suspensions == 0 && HasUserMessages))
        {
            Unlatch(status);
            _dispatcher.Schedule(this);
            return;
        }

        ShrinkBeforeIdle();
        // From here on another thread may start the next turn: do not touch anything that belongs to the turn.
        Unlatch((status & ~Scheduled) | (_suspensions > 0 ? Parked : 0));
    }

    /// <summary>An idle actor keeps one small buffer; a busy one keeps two.</summary>
    private void ShrinkBeforeIdle()
    {
        if (_inboxHead == _inboxEnd && _inbox is { Length: > LargestOwnBuffer } longInbox)
        {
            _inbox = null;
            (_inboxHead, _inboxEnd) = (0, 0);
            Recycle(longInbox, clear: 0);
        }

        if (_arrivalCount > 0) return;
        if (_arrivals is { Length: > LargestOwnBuffer } longArrivals)
        {
            _arrivals = null;
            Recycle(longArrivals, clear: 0);
        }

        if (_arrivals is null && _inboxHead == _inboxEnd)
        {
            (_arrivals, _inbox) = (_inbox, null);
            (_inboxHead, _inboxEnd) = (0, 0);
        }
    }
}
