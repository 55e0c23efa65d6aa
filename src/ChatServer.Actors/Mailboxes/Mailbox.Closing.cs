namespace ChatServer.Actors;

// The end: nothing more comes in, and what is left goes to dead letters.
internal partial class Mailbox
{
    /// <summary>Closes for good. Only from within a turn.</summary>
    /// <remarks>A message from another thread either got in before we took the latch and becomes a dead letter here, or it sees the closed
    /// bit and becomes one in the sender's call. None is lost without a trace.</remarks>
    public void Close()
    {
        var status = Latch();
        var system = _systemHead;
        (_systemHead, _systemTail) = (null, null);
        Unlatch(status | Closed);

        while (TryDequeue(out var envelope)) ToDeadLetters(envelope);
        AnswerAll(system);
        Release();
        _dispatcher.Detach(this);
    }

    /// <summary>Answers system messages that nobody will handle now.</summary>
    public void AnswerAll(SystemMessage? messages)
    {
        while (messages is not null)
        {
            var next = messages.Next;
            messages.Next = null;
            DeadLetterActorRef.AnswerSystemMessage(messages, _cell.SelfRef);
            messages = next;
        }
    }

    private void Release()
    {
        if (_inbox is not null) Recycle(_inbox, clear: 0);
        if (_arrivals is not null) Recycle(_arrivals, clear: 0);
        (_inbox, _inboxHead, _inboxEnd) = (null, 0, 0);
        (_arrivals, _arrivalCount) = (null, 0);
    }
}
