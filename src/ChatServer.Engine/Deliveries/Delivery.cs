using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>An event on its way to connections, with the lines already written for it: one for each dialect that somebody needed.</summary>
/// <remarks>Told to every connection concerned, the same instance to all. Any thread.
/// What comes for a connection that has just closed is no loss.</remarks>
public sealed class Delivery(ChatEvent chatEvent) : IDeadLetterSuppression
{
    private Renderings _renderings;

    /// <summary>What happened.</summary>
    public ChatEvent Event { get; } = chatEvent;

    /// <summary>The capabilities that make a difference to its lines.</summary>
    internal Dialect Relevant { get; } = EventWriter.RelevantTo(chatEvent);

    /// <summary>The line for connections of one dialect, with CR LF; empty when such a connection does not hear of the event.</summary>
    /// <param name="dialect">The capabilities that the connection negotiated.</param>
    /// <remarks>The bytes are shared and must not be written to.</remarks>
    public byte[] BytesFor(Dialect dialect)
    {
        var relevant = dialect & Relevant;
        return _renderings.Find(relevant) ?? _renderings.Add(relevant, EventWriter.Write(Event, relevant));
    }
}
