namespace ChatServer.Actors;

/// <summary>A dedicated thread for one actor, for work that blocks. The thread ends with the actor.</summary>
internal sealed class PinnedDispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    private readonly object _gate = new();
    private Mailbox? _mailbox;
    private bool _isDue;
    private bool _isDetached;

    internal override void Schedule(Mailbox mailbox)
    {
        lock (_gate)
        {
            if (_mailbox is null)
            {
                _mailbox = mailbox;
                new Thread(Loop) { IsBackground = true, Name = mailbox.Cell.Self.Path.ToStringWithoutAddress() }.UnsafeStart();
            }

            _isDue = true;
            Monitor.Pulse(_gate);
        }
    }

    internal override void Detach(Mailbox mailbox)
    {
        lock (_gate)
        {
            _isDetached = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Loop()
    {
        while (IsDueAgain()) _mailbox!.Run();
    }

    /// <summary>Waits for the next turn; false when the actor has stopped.</summary>
    private bool IsDueAgain()
    {
        lock (_gate)
        {
            while (!_isDue && !_isDetached) Monitor.Wait(_gate);
            _isDue = false;
            return !_isDetached;
        }
    }
}
