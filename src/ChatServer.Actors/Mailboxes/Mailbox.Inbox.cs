namespace ChatServer.Actors;

// The side that only the running turn may use: messages go out here.
internal partial class Mailbox
{
    private Envelope[]? _inbox;
    private int _inboxHead;
    private int _inboxEnd;

    /// <summary>Takes the next message.</summary>
    protected virtual bool TryDequeue(out Envelope envelope)
    {
        if (_inboxHead == _inboxEnd && !TakeArrivals())
        {
            envelope = default;
            return false;
        }

        ref var slot = ref _inbox![_inboxHead++];
        envelope = slot;
        // Otherwise the buffer would keep the message alive until the slot is used again.
        slot = default;
        return true;
    }

    /// <summary>Puts messages before all others, in their order. For the stash.</summary>
    public virtual void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        if (_inboxHead < envelopes.Length)
        {
            var waiting = _inboxEnd - _inboxHead;
            var wider = NewBuffer(Math.Max(SmallestBuffer, 2 * (envelopes.Length + waiting)));
            var end = wider.Length;
            if (_inbox is not null)
            {
                _inbox.AsSpan(_inboxHead, waiting).CopyTo(wider.AsSpan(end - waiting));
                Recycle(_inbox, clear: _inboxEnd);
            }

            (_inbox, _inboxHead, _inboxEnd) = (wider, end - waiting, end);
        }

        _inboxHead -= envelopes.Length;
        envelopes.CopyTo(_inbox.AsSpan(_inboxHead));
    }

    /// <summary>Swaps the empty inbox for the arrivals.</summary>
    /// <returns>Whether there were any.</returns>
    private bool TakeArrivals()
    {
        // Only a shortcut that avoids the latch. A message that this read misses is found by EndTurn, which checks again under the latch.
        if (Volatile.Read(ref _arrivalCount) == 0) return false;

        var empty = _inbox;
        var status = Latch();
        (_inbox, _inboxHead, _inboxEnd) = (_arrivals, 0, _arrivalCount);
        (_arrivals, _arrivalCount) = (empty, 0);
        Unlatch(status);
        return true;
    }
}
