using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>An event on its way to connections, with the lines already written for it: one for each dialect that somebody needed.</summary>
/// <remarks>Told to every connection concerned, the same instance to all. Any thread: two connections may render the same dialect at once;
/// they make equal bytes, and it does not matter whose are kept. What comes for a connection that has just closed is no loss.</remarks>
public sealed class Delivery(ChatEvent chatEvent) : IDeadLetterSuppression
{
    private readonly Dialect _relevant = EventWriter.RelevantTo(chatEvent);
    private volatile Rendering? _renderings;

    /// <summary>What happened.</summary>
    public ChatEvent Event { get; } = chatEvent;

    /// <summary>The line for connections of one dialect, with CR LF; empty when such a connection does not hear of the event.</summary>
    /// <param name="dialect">The capabilities that the connection negotiated.</param>
    /// <remarks>The bytes are shared and must not be written to.</remarks>
    public byte[] BytesFor(Dialect dialect)
    {
        var relevant = dialect & _relevant;
        for (var known = _renderings; known is not null; known = known.Next)
        {
            if (known.Dialect == relevant) return known.Bytes;
        }

        return Render(relevant);
    }

    private byte[] Render(Dialect dialect)
    {
        var bytes = EventWriter.Write(Event, dialect);
        _renderings = new Rendering(dialect, bytes, _renderings);
        return bytes;
    }

    private sealed record Rendering(Dialect Dialect, byte[] Bytes, Rendering? Next);
}
