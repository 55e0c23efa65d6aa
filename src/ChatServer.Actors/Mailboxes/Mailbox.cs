using System.Runtime.CompilerServices;

namespace ChatServer.Actors;

/// <summary>The queue in front of one actor, and the promise that at most one thread runs the actor at a time.</summary>
/// <remarks>
/// <para>
/// Two buffers. <i>Arrivals</i> is appended to by any thread. <i>Inbox</i> belongs to the turn in progress, which empties it without
/// any interlocked step and swaps it for the arrivals when it has run dry. So a message costs its sender one interlocked step, its
/// receiver a share of one, and no allocation: both buffers are used again and again.
/// </para>
/// <para>
/// A mailbox may have a capacity: so many arrivals, and one more is dropped and published as <see cref="Dropped"/>; its sender is not held
/// up. What the turn in progress has taken over no longer counts, so that a full mailbox costs a comparison and no counter that every
/// sender would fight for. What the runtime itself sends is never dropped: a lost <see cref="Terminated"/> or <see cref="PoisonPill"/>
/// would break a promise.
/// </para>
/// <para>
/// One word, <c>_status</c>, says what the mailbox is about to do. Its lowest bit is a latch: a thread that has set it may change the
/// other bits, the arrivals and the list of system messages, and holds it for some ten instructions, never while running foreign code.
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
/// No wake-up is lost: "is anything left?" and "then I am idle" is one step under the latch, and so is "here is a message" and "was it
/// idle?". Whichever comes first, the other sees it. Were the question asked before the latch is taken, a message could slip in between
/// and wait until the next one comes.
/// </para>
/// </remarks>
internal partial class Mailbox : IThreadPoolWorkItem
{
    /// <summary>How much memory a turn touches first.</summary>
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

    // Volatile: a foreign thread asks, and must not be answered from a register forever.
    public bool IsClosed => (Volatile.Read(ref _status) & Closed) != 0;

    /// <summary>Whether a turn is due or running, as seen from any thread.</summary>
    public bool IsScheduled => (Volatile.Read(ref _status) & Scheduled) != 0;

    /// <summary>Messages waiting, as seen from any thread: exact only while nothing moves.</summary>
    public int Count =>
        Volatile.Read(ref _arrivalCount) + Math.Max(0, Volatile.Read(ref _inboxEnd) - Volatile.Read(ref _inboxHead));

    /// <summary>Takes the latch.</summary>
    /// <returns>The status without the latch bit, to be handed to <see cref="Unlatch"/> changed or unchanged.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Latch()
    {
        var seen = _status;
        // A full fence: nothing of what is done under the latch can be moved before this line. If the plain read above was stale, the
        // exchange fails.
        return (seen & Latched) == 0 && Interlocked.CompareExchange(ref _status, seen | Latched, seen) == seen
            ? seen
            : LatchContended();
    }

    /// <summary>Somebody else is in. He leaves within nanoseconds unless the system took his core away, hence the growing
    /// politeness.</summary>
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

    /// <summary>Leaves the latch with a new status.</summary>
    /// <remarks>A release: all that was written under the latch is visible to whoever takes it next. Only its holder changes the word
    /// (every other thread's exchange fails on the latch bit), so a plain store with release order does.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unlatch(int status) => Volatile.Write(ref _status, status);
}
