using System.Buffers.Text;
using ChatServer.Domain.Events;

namespace ChatServer.Engine.Deliveries;

/// <summary>Fills a span with random bytes.</summary>
/// <param name="destination">All of it is filled.</param>
public delegate void FillRandom(Span<byte> destination);

/// <summary>Gives events their time and their id.</summary>
/// <remarks>An id is 96 random bits, 16 characters of URL-safe Base64: unique over restarts and nodes without a shared counter, and
/// nobody can guess one he has not seen. A time has whole milliseconds: no more can be said on the wire, and who asks for what came after
/// the time he was told must not get the same event again. Any thread. Source: IRCv3 message-ids, server-time.</remarks>
internal sealed class StampSource(TimeProvider clock, FillRandom fillRandom)
{
    private const int IdBytes = 12;

    public EventStamp Next()
    {
        Span<byte> bits = stackalloc byte[IdBytes];
        fillRandom(bits);
        var now = clock.GetUtcNow();
        return new EventStamp(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)), Base64Url.EncodeToString(bits));
    }
}
