using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>An event on its way to connections, together with its lines as rendered so far: one form for each dialect that was
/// needed.</summary>
/// <remarks>All connections concerned are told the same instance. Any thread. One for a connection that has just closed is no
/// loss.</remarks>
public sealed class Delivery(ChatEvent chatEvent) : IDeadLetterSuppression
{
    private Renderings _renderings;

    /// <summary>What happened.</summary>
    public ChatEvent Event { get; } = chatEvent;

    /// <summary>The capabilities on which its lines depend.</summary>
    internal Dialect Relevant { get; } = EventWriter.RelevantTo(chatEvent);

    /// <summary>The lines for connections of one dialect, with CR LF; empty when such a connection is not told of the event.</summary>
    /// <param name="dialect">The capabilities that the connection negotiated.</param>
    /// <remarks>The bytes are shared and must not be written to.</remarks>
    public byte[] BytesFor(Dialect dialect)
    {
        var relevant = dialect & Relevant;
        return _renderings.Find(relevant) ?? _renderings.Add(relevant, EventWriter.Write(Event, relevant));
    }
}
