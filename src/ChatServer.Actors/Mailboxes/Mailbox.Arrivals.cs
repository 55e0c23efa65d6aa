using System.Buffers;
using System.Runtime.CompilerServices;

namespace ChatServer.Actors;

// The side that any thread may use: messages come in here.
internal partial class Mailbox
{
    /// <summary>Slots in a mailbox after its first message.</summary>
    private const int SmallestBuffer = 4;

    /// <summary>Buffers of up to this many slots stay with an idle actor; longer ones are rented from the shared pool and returned to
    /// it.</summary>
    private const int LargestOwnBuffer = 64;

    private Envelope[]? _arrivals;
    private int _arrivalCount;
    private SystemMessage? _systemHead;
    private SystemMessage? _systemTail;

    /// <summary>Appends a message to the queue and wakes the actor if it is idle. After the actor has stopped: dead letters.</summary>
    public virtual void Enqueue(Envelope envelope)
    {
        var status = Latch();
        if ((status & Closed) != 0)
        {
            Unlatch(status);
            ToDeadLetters(envelope);
            return;
        }

        var arrivals = _arrivals;
        var count = _arrivalCount;
        if (count >= _capacity && !MustNotBeLost(envelope.Message))
        {
            Unlatch(status);
            _cell.System.DeadLetterRef.PublishDropped(envelope, _cell.Self, $"{_capacity} messages wait already");
            return;
        }

        if (arrivals is null || count == arrivals.Length) arrivals = GrowArrivals(status);
        arrivals[count] = envelope;
        _arrivalCount = count + 1;

        if ((status & (Scheduled | Parked)) == 0)
        {
            // Of all threads that find the mailbox idle, only the holder of the latch sets this bit, so it is queued once.
            Unlatch(status | Scheduled);
            _dispatcher.Schedule(this, envelope.Message);
        }
        else
        {
            // Scheduled: the turn that is running or due checks the arrivals, under the latch, before it goes idle.
            // Parked: suspended; the message waits for the system message that resumes the actor.
            Unlatch(status);
        }
    }

    /// <summary>Puts a runtime message into its own queue, which is emptied before each user message.</summary>
    public virtual void EnqueueSystem(SystemMessage message)
    {
        var status = Latch();
        if ((status & Closed) != 0)
        {
            Unlatch(status);
            DeadLetterActorRef.AnswerSystemMessage(message, _cell.SelfRef);
            return;
        }

        if (_systemTail is null) _systemHead = message;
        else _systemTail.Next = message;
        _systemTail = message;

        if ((status & Scheduled) == 0)
        {
            Unlatch((status | Scheduled) & ~Parked);
            _dispatcher.Schedule(this);
        }
        else
        {
            Unlatch(status);
        }
    }

    /// <summary>Doubles the arrivals buffer. Runs under the latch, which it releases if memory runs out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Envelope[] GrowArrivals(int status)
    {
        try
        {
            var old = _arrivals;
            var grown = NewBuffer(old is null ? SmallestBuffer : old.Length * 2);
            if (old is not null)
            {
                old.AsSpan(0, _arrivalCount).CopyTo(grown);
                Recycle(old, clear: _arrivalCount);
            }

            return _arrivals = grown;
        }
        catch
        {
            Unlatch(status);
            throw;
        }
    }

    private static Envelope[] NewBuffer(int slots) =>
        slots <= LargestOwnBuffer ? new Envelope[slots] : ArrayPool<Envelope>.Shared.Rent(slots);

    /// <summary>Returns a buffer to the pool if it came from there. It is cleared, or the pool would keep messages alive.</summary>
    private static void Recycle(Envelope[] buffer, int clear)
    {
        if (buffer.Length <= LargestOwnBuffer) return;
        buffer.AsSpan(0, clear).Clear();
        ArrayPool<Envelope>.Shared.Return(buffer);
    }

    private static bool MustNotBeLost(object message) => message is AutoReceivedMessage and not TimerMessage;

    private void ToDeadLetters(in Envelope envelope) =>
        _cell.System.DeadLetterRef.Publish(envelope.Message, envelope.Sender, _cell.Self);
}
