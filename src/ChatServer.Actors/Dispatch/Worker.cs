namespace ChatServer.Actors;

/// <summary>One thread of a <see cref="WorkerDispatcher"/>.</summary>
internal sealed class Worker(WorkerDispatcher dispatcher, IEventSource source)
{
    /// <summary>Turns of either kind between two polls for events: enough to make polling cheap, few enough that no event waits
    /// long.</summary>
    private const int TurnsBetweenPolls = 64;

    /// <summary>With more turns than this waiting, half of them go to a sleeping worker. Fewer are done before it would wake up.</summary>
    private const int WorthSharing = 32;

    [ThreadStatic]
    private static Worker? OnThisThread;

    private static readonly Action NotNow = static () => { };

    private readonly TurnQueue _turns = new();
    private readonly TurnQueue _patientTurns = new();
    private int _isAsleep;

    /// <summary>The worker whose thread this is; null on all other threads.</summary>
    public static Worker? Current => OnThisThread;

    public WorkerDispatcher Dispatcher => dispatcher;

    /// <summary>Whether it waits for events. Any thread.</summary>
    public bool IsAsleep => Volatile.Read(ref _isAsleep) != 0;

    /// <summary>Queues a turn. Only on the worker's own thread.</summary>
    public void Add(Mailbox mailbox) => _turns.Enqueue(mailbox);

    /// <summary>Queues a turn that runs after all others. Only on the worker's own thread.</summary>
    public void AddPatient(Mailbox mailbox) => _patientTurns.Enqueue(mailbox);

    /// <summary>Wakes the worker if it sleeps. Any thread; of several that try, one succeeds.</summary>
    public bool TryWake()
    {
        if (Volatile.Read(ref _isAsleep) == 0 || Interlocked.Exchange(ref _isAsleep, 0) == 0) return false;
        source.Interrupt();
        return true;
    }

    public void Start(string name) => new Thread(Loop) { IsBackground = true, Name = name }.UnsafeStart();

    private void Loop()
    {
        OnThisThread = this;
        var isOpen = true;
        while (isOpen)
        {
            RunTurns();
            isOpen = _turns.Count + _patientTurns.Count > 0 ? source.Poll(mayWait: false, NotNow) : Sleep();
            ShareHalf(_turns);
            ShareHalf(_patientTurns);
        }

        // This worker polls no more: what is left goes to the others.
        if (_turns.Count > 0) dispatcher.Share(_turns, _turns.Count);
        if (_patientTurns.Count > 0) dispatcher.Share(_patientTurns, _patientTurns.Count);
    }

    private void ShareHalf(TurnQueue turns)
    {
        if (turns.Count > WorthSharing && dispatcher.HasSleeper) dispatcher.Share(turns, turns.Count / 2);
    }

    private void RunTurns()
    {
        // A shared turn first: a worker with enough turns of its own would otherwise never take one.
        if (dispatcher.TryTakeShared(out var shared)) shared.Run();
        for (var left = TurnsBetweenPolls; left > 0; left--)
        {
            if (_turns.TryDequeue(out var own)) own.Run();
            else if (dispatcher.TryTakeShared(out shared)) shared.Run();
            else break;
        }

        // Patient turns come last, but they do run: a worker that never runs out of other turns must not starve them.
        for (var left = TurnsBetweenPolls; left > 0 && _patientTurns.TryDequeue(out var patient); left--) patient.Run();
    }

    private bool Sleep()
    {
        // An exchange, for its fence: a thread that enqueues shared work after we looked there must see us asleep.
        Interlocked.Exchange(ref _isAsleep, 1);
        if (dispatcher.HasShared)
        {
            Volatile.Write(ref _isAsleep, 0);
            return true;
        }

        var isOpen = source.Poll(mayWait: true, RunTurns);
        Volatile.Write(ref _isAsleep, 0);
        return isOpen;
    }
}
