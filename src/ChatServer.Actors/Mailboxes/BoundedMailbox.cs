namespace ChatServer.Actors;

/// <summary>A mailbox that takes only so many messages. One more is dropped: published as <see cref="Dropped"/>, and the sender is not
/// held up.</summary>
/// <remarks>What the runtime itself sends is never refused, though it counts: a lost <see cref="Terminated"/> or <see cref="PoisonPill"/>
/// would
/// break a promise. So the number can be passed by a few.</remarks>
internal class BoundedMailbox(ActorCell cell, MessageDispatcher dispatcher, int capacity) : Mailbox(cell, dispatcher)
{
    private int _waiting;

    public override int Count => Volatile.Read(ref _waiting);

    public override void Enqueue(Envelope envelope)
    {
        // Counted before it is entered, with one interlocked step: of two senders that find one place left, one gets it.
        var waiting = Interlocked.Increment(ref _waiting);
        if (waiting > capacity && !MustNotBeLost(envelope.Message))
        {
            Interlocked.Decrement(ref _waiting);
            Cell.System.DeadLetterRef.PublishDropped(envelope, Cell.Self, $"the mailbox holds {capacity} messages already");
            return;
        }

        OnEntered(waiting);
        base.Enqueue(envelope);
    }

    public override void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        OnEntered(Interlocked.Add(ref _waiting, envelopes.Length));
        base.Prepend(envelopes);
    }

    protected override bool TryDequeue(out Envelope envelope)
    {
        if (!base.TryDequeue(out envelope)) return false;
        Interlocked.Decrement(ref _waiting);
        return true;
    }

    /// <summary>So many wait now. Any thread.</summary>
    protected virtual void OnEntered(int waiting)
    {
    }

    private static bool MustNotBeLost(object message) => message is AutoReceivedMessage and not TimerMessage;
}
