namespace ChatLoad.Delivery;

/// <summary>Checks that every message of a sender reaches a receiver once and in order. Not thread-safe: owned by the loop.</summary>
/// <remarks>A <em>slot</em> is one sender as seen by one receiver. A message in order costs one array element. Gaps are remembered by
/// range, to tell a late message from a repeated one.</remarks>
internal sealed class DeliveryLedger
{
    private readonly Dictionary<int, List<(uint From, uint To)>> _gaps = [];
    private uint[] _next;

    /// <summary>A ledger of slots that all expect sequence 0.</summary>
    public DeliveryLedger(int slots = 0) => _next = new uint[slots];

    /// <summary>Messages that arrived, each counted once.</summary>
    public long Delivered { get; private set; }

    /// <summary>Messages that arrived after a later one of the same sender.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Repetitions.</summary>
    public long Duplicated { get; private set; }

    /// <summary>A new slot.</summary>
    /// <param name="slot">Its number; numbers are given out by the caller, from 0 up.</param>
    /// <param name="next">The first sequence that it expects.</param>
    public void Open(int slot, uint next)
    {
        if (slot >= _next.Length)
            Array.Resize(ref _next, Math.Max(slot + 1, _next.Length * 2));
        _next[slot] = next;
    }

    /// <summary>The sequence that a slot expects next.</summary>
    public uint NextOf(int slot) => _next[slot];

    /// <summary>Records an arrival.</summary>
    public Verdict Record(int slot, uint sequence)
    {
        ref var next = ref _next[slot];
        if (sequence == next)
        {
            next++;
            Delivered++;
            return Verdict.InOrder;
        }

        return sequence > next ? RecordGap(slot, ref next, sequence) : RecordLate(slot, sequence);
    }

    private Verdict RecordGap(int slot, ref uint next, uint sequence)
    {
        if (!_gaps.TryGetValue(slot, out var gaps))
            _gaps[slot] = gaps = [];
        gaps.Add((next, sequence));
        next = sequence + 1;
        Delivered++;
        return Verdict.InOrder;
    }

    private Verdict RecordLate(int slot, uint sequence)
    {
        if (_gaps.TryGetValue(slot, out var gaps))
        {
            for (var i = 0; i < gaps.Count; i++)
            {
                var (from, to) = gaps[i];
                if (sequence < from || sequence >= to)
                    continue;

                gaps.RemoveAt(i);
                if (sequence + 1 < to)
                    gaps.Insert(i, (sequence + 1, to));
                if (from < sequence)
                    gaps.Insert(i, (from, sequence));
                Delivered++;
                OutOfOrder++;
                return Verdict.OutOfOrder;
            }
        }

        Duplicated++;
        return Verdict.Duplicate;
    }
}
