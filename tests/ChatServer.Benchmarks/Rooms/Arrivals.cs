namespace ChatServer.Benchmarks.Rooms;

/// <summary>Waits until every client has got a line of a kind. Any thread.</summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // A monitor allocates nothing, and needs no disposing.
    private readonly object _complete = new();
    private byte[] _sign = [];
    private int _missing;

    /// <summary>From here on, so many writes count that hold this.</summary>
    public void Expect(ReadOnlySpan<byte> sign, int writes)
    {
        if (!sign.SequenceEqual(_sign)) _sign = sign.ToArray();
        Volatile.Write(ref _missing, writes);
    }

    /// <summary>A client got something with one write.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(_sign) < 0 || Interlocked.Decrement(ref _missing) != 0) return;
        lock (_complete) Monitor.Pulse(_complete);
    }

    /// <summary>Waits until all is there.</summary>
    public void Wait()
    {
        lock (_complete)
        {
            while (Volatile.Read(ref _missing) > 0)
            {
                if (!Monitor.Wait(_complete, Patience)) throw new TimeoutException($"{_missing} clients still wait.");
            }
        }
    }
}
