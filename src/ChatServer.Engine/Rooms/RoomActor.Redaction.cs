using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>Messages that are redacted.</content>
public sealed partial class RoomActor
{
    /// <summary>A member takes a message back. Answered <see cref="Heard"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who does it.</param>
    /// <param name="MessageId">The message.</param>
    /// <param name="Reason">Why; empty when not said.</param>
    public sealed record Redact(UserIdentity Who, MessageId MessageId, WireText Reason) : IRequest;

    /// <summary>From the history: the message asked for, or null. The sender is whoever wants to redact it.</summary>
    private sealed record Found(Redact Redact, ChatEvent? Event) : IRequest;

    private void OnRedact(Redact redact)
    {
        if (IsMember(redact.Who.Id))
            _history.FindAsync(redact.MessageId).Deliver(Self, found => new Found(redact, found), onBehalfOf: Sender);
    }

    private void OnFound(Found found)
    {
        var redact = found.Redact;
        switch (RoomRules.Redact(_state, redact.Who, found.Event, _engine.Settings.History.AllowDelete))
        {
            case Accepted<MessageSent>:
                _history.Remove(redact.MessageId);
                var redacted = new MessageRedacted(_engine.Stamp(), redact.Who, _state.Name.Text, redact.MessageId, redact.Reason);
                var delivery = new Delivery(redacted);
                _audience.Tell(delivery, except: redact.Who.Id);
                Sender.Tell(new Heard(delivery));
                break;
            case Refused<MessageSent>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }
}
