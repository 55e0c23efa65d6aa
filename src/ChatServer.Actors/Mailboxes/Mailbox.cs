using System.Runtime.CompilerServices;

namespace ChatServer.Actors;

/// <summary>The queue in front of one actor, and the guarantee that at most one thread runs the actor at a time.</summary>
/// <remarks>
/// <para>
/// Two buffers. Any thread appends to <i>arrivals</i>. <i>Inbox</i> belongs to the running turn, which empties it without any interlocked
/// operation and swaps it for the arrivals when it is empty. So a message costs its sender one interlocked operation, its receiver a
/// fraction of one, and no allocation: both buffers are reused.
/// </para>
/// <para>
/// A mailbox may have a capacity. If that many arrivals are waiting, one more is dropped and published as <see cref="Dropped"/>; its sender
/// is not blocked. Messages that the running turn has taken over no longer count: the check costs a comparison, not a counter on which all
/// senders would contend. Messages of the runtime itself are never dropped: losing a <see cref="Terminated"/> or a <see cref="PoisonPill"/>
/// would break a guarantee.
/// </para>
/// <para>
/// One word, <c>_status</c>, holds the mailbox's state. Its lowest bit is a latch: the thread that has set it may change the other bits,
/// the arrivals and the list of system messages. It holds the latch for about ten instructions and never while running foreign code.
/// </para>
/// <code>
///              a message arrives                        turn over, nothing left
///    Idle ------------------------> Scheduled (running) -----------------------> Idle
///                                   |   ^  |  turn over, more left: goes to the end of the dispatcher's queue
///            turn over, suspended   |   |  |
///                                   v   |  +--> Closed   the actor has stopped: messages go to dead letters
///                                  Parked  a system message arrives
/// </code>
/// <para>
/// No wake-up is lost. The receiver's "is anything left?" and "go idle" are one step under the latch, and so are the sender's "add a
/// message" and "was it idle?". Whichever comes first, the other sees it. If the receiver checked before taking the latch, a message could
/// slip in between and wait until the next one comes.
/// </para>
/// </remarks>
internal partial class Mailbox : IThreadPoolWorkItem
{
    /// <summary>How much memory a turn touches first. Unit: cache lines.</summary>
    public const int CacheLines = 2;

    private const int Latched = 1;
    private const int Scheduled = 2;
    private const int Parked = 4;
    private const int Closed = 8;

    private readonly ActorCell _cell;
    private readonly MessageDispatcher _dispatcher;
    private readonly int _capacity;
    private int _status;

    public Mailbox(ActorCell cell, MessageDispatcher dispatcher, int capacity)
    {
        _cell = cell;
        _dispatcher = dispatcher;
        _capacity = capacity;
    }

    public ActorCell Cell => _cell;

    public MessageDispatcher Dispatcher => _dispatcher;

    // Volatile: another thread that polls this must not get a value cached in a register forever.
    public bool IsClosed => (Volatile.Read(ref _status) & Closed) != 0;

    /// <summary>Whether a turn is due or running. Any thread.</summary>
    public bool IsScheduled => (Volatile.Read(ref _status) & Scheduled) != 0;

    /// <summary>How many messages are waiting. Any thread; exact only while no thread adds or takes any.</summary>
    public int Count =>
        Volatile.Read(ref _arrivalCount) + Math.Max(0, Volatile.Read(ref _inboxEnd) - Volatile.Read(ref _inboxHead));

    /// <summary>Takes the latch.</summary>
    /// <returns>The status without the latch bit; pass it to <see cref="Unlatch"/>, changed or unchanged.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Latch()
    {
        var seen = _status;
        // A full fence: nothing done under the latch can move before this line. If the plain read above was stale, the exchange fails.
        return (seen & Latched) == 0 && Interlocked.CompareExchange(ref _status, seen | Latched, seen) == seen
            ? seen
            : LatchContended();
    }

    /// <summary>Another thread holds the latch. It leaves within nanoseconds unless it has lost its core, so we yield more the longer we
    /// wait.</summary>
    private int LatchContended()
    {
        var wait = default(SpinWait);
        while (true)
        {
            wait.SpinOnce();
            var seen = Volatile.Read(ref _status);
            if ((seen & Latched) == 0 && Interlocked.CompareExchange(ref _status, seen | Latched, seen) == seen) return seen;
        }
    }

    /// <summary>Releases the latch with a new status.</summary>
    /// <remarks>A release: everything written under the latch is visible to the next thread that takes it. Only the holder changes the word
    /// (every other thread's exchange fails on the latch bit), so a plain store with release order suffices.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unlatch(int status) => Volatile.Write(ref _status, status);
}
