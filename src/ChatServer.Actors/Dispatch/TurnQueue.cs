namespace ChatServer.Actors;

/// <summary>A worker's pending turns, in order. While one runs, the memory that the next ones need is being prefetched.</summary>
/// <remarks>
/// <para>A thousand actors do not fit into a core's cache, and a turn whose data is not there waits for memory a dozen times before it has
/// done anything. But the queue knows who comes next. Reaching an actor's state takes three dependent loads, so they are started three
/// turns, two turns and one turn ahead.</para>
/// <para>Not thread-safe: owned by one worker.</para>
/// </remarks>
internal sealed class TurnQueue
{
    private const int FirstCapacity = 64;

    // A ring buffer; its length is a power of two.
    private Mailbox?[] _ring = new Mailbox?[FirstCapacity];
    private int _head;

    public int Count { get; private set; }

    public void Enqueue(Mailbox mailbox)
    {
        if (Count == _ring.Length) Grow();
        Ahead(Count++) = mailbox;
    }

    public bool TryDequeue(out Mailbox mailbox)
    {
        if (Count == 0)
        {
            mailbox = null!;
            return false;
        }

        mailbox = Ahead(0)!;
        Ahead(0) = null;
        _head++;
        Count--;
        if (Count > 0) LookAhead();
        return true;
    }

    private void LookAhead()
    {
        if (Count > 2) ProcessorCache.Fetch(Ahead(2), Mailbox.CacheLines);
        if (Count > 1) Ahead(1)!.FetchCell();
        Ahead(0)!.FetchActor();
    }

    private ref Mailbox? Ahead(int turns) => ref _ring[(_head + turns) & (_ring.Length - 1)];

    private void Grow()
    {
        var longer = new Mailbox?[2 * _ring.Length];
        for (var i = 0; i < Count; i++) longer[i] = Ahead(i);
        (_ring, _head) = (longer, 0);
    }
}
