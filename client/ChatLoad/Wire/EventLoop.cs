using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using ChatLoad.Measuring;

namespace ChatLoad.Wire;

/// <summary>The one thread that owns all connections: waits for sockets and timers, and calls their owners.</summary>
/// <remarks>Nothing here is thread-safe, and nothing needs to be: there are no locks and no queues between a socket and the check of what
/// arrived.</remarks>
internal sealed class EventLoop : IDisposable
{
    /// <summary>Bytes that one receive call takes at most.</summary>
    public const int InputSize = 256 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    private readonly Epoll _epoll = new();
    private readonly Readiness[] _ready = new Readiness[512];
    private readonly List<Link?> _links = [];
    private readonly Stack<int> _freeTokens = [];
    private readonly List<int> _closedTokens = [];
    private readonly PriorityQueue<Action, long> _timers = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private ExceptionDispatchInfo? _fault;

    /// <summary>When the bytes that are being handled were received. Unit: nanoseconds of <see cref="Clock"/>.</summary>
    public long ReceivedAt { get; set; } = Clock.Now;

    /// <summary>Where all connections receive: what is left of a line is copied to just before <see cref="LineAssembler.Head"/>.</summary>
    public byte[] Input { get; } = GC.AllocateArray<byte>(LineAssembler.Head + InputSize, pinned: true);

    /// <summary>Called between two rounds, at least some fifty times a second, for regular duties.</summary>
    public Action<long>? Housekeeping { get; set; }

    /// <summary>Starts to watch a socket.</summary>
    /// <returns>Its token.</returns>
    public int Add(Link link, Socket socket)
    {
        var token = _freeTokens.TryPop(out var free) ? free : _links.Count;
        if (token == _links.Count)
            _links.Add(link);
        else
            _links[token] = link;
        _epoll.Add(socket, token);
        return token;
    }

    /// <summary>Forgets a socket, which has been closed.</summary>
    public void Remove(int token)
    {
        // Reused only in the next round: this one may still contain events of the closed socket.
        _links[token] = null;
        _closedTokens.Add(token);
    }

    /// <summary>Calls an action once, at an instant or soon after.</summary>
    public void At(long instant, Action action) => _timers.Enqueue(action, instant);

    /// <summary>Ends <see cref="Pump"/> with an exception from code that nobody awaits.</summary>
    public void Fail(Exception error) => _fault ??= ExceptionDispatchInfo.Capture(error);

    /// <summary>Checks that an awaited continuation has stayed on the loop's thread; elsewhere it would touch state that is not its
    /// own.</summary>
    public void VerifyThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("A continuation has left the thread of the loop.");
    }

    /// <summary>Handles what is ready, and waits until an instant at the latest.</summary>
    public void Pump(long until)
    {
        var now = Clock.Now;
        Housekeeping?.Invoke(now);
        while (_timers.TryPeek(out _, out var due) && due <= now)
            _timers.Dequeue()();

        var wake = Math.Min(until, now + Clock.Nanoseconds(LongestWait));
        if (_timers.TryPeek(out _, out var next))
            wake = Math.Min(wake, next);

        foreach (var token in _closedTokens)
            _freeTokens.Push(token);
        _closedTokens.Clear();
        var count = _epoll.Wait(wake - now, _ready);
        for (var i = 0; i < count; i++)
            _links[_ready[i].Token]?.OnReady(_ready[i]);
        _fault?.Throw();
    }

    /// <summary>Runs until a condition is true or the time has passed.</summary>
    /// <returns>Whether it is true.</returns>
    public bool PumpUntil(Func<bool> isDone, long deadline)
    {
        while (!isDone())
        {
            if (Clock.Now >= deadline)
                return false;
            Pump(deadline);
        }

        return true;
    }

    /// <summary>Runs until nothing has come for a while.</summary>
    public void PumpUntilQuiet(TimeSpan quiet, long deadline)
    {
        ReceivedAt = Clock.Now;
        PumpUntil(() => Clock.Now >= ReceivedAt + Clock.Nanoseconds(quiet), deadline);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var link in _links.ToArray())
            link?.Dispose();
        _epoll.Dispose();
    }
}
