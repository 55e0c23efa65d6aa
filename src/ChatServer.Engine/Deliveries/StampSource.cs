using ChatServer.Domain.Events;

namespace ChatServer.Engine.Deliveries;

/// <summary>Fills a span with random bytes.</summary>
/// <param name="destination">All of it is filled.</param>
public delegate void FillRandom(Span<byte> destination);

/// <summary>Gives events their time and their id.</summary>
/// <remarks>The bits of an id are random: unique across restarts and nodes without a shared counter, and
/// impossible to guess. A time has whole milliseconds, like times on the wire: whoever asks for what came after the time he was told must
/// not get the same event again. Any thread. Source: IRCv3 message-ids, server-time.</remarks>
internal sealed class StampSource(TimeProvider clock, FillRandom fillRandom)
{
    private const int IdsPerBlock = 256;

    private Block? _spare;

    public EventStamp Next()
    {
        var now = clock.GetUtcNow();
        return new EventStamp(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)), NextId());
    }

    // Drawing secure random bits costs a microsecond however few they are, so they are drawn for many ids at once. A thread that finds the
    // block taken makes its own; the one that is put back last stays.
    private MessageId NextId()
    {
        var block = Interlocked.Exchange(ref _spare, null) ?? new Block();
        var id = block.Next(fillRandom);
        Volatile.Write(ref _spare, block);
        return id;
    }

    private sealed class Block
    {
        private readonly byte[] _bits = new byte[MessageId.Size * IdsPerBlock];
        private int _used = IdsPerBlock;

        public MessageId Next(FillRandom fillRandom)
        {
            if (_used == IdsPerBlock)
            {
                fillRandom(_bits);
                _used = 0;
            }

            return new MessageId(_bits.AsSpan(MessageId.Size * _used++, MessageId.Size));
        }
    }
}
