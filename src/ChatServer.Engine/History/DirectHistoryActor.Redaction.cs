using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.History;

/// <content>Messages that are taken back.</content>
public sealed partial class DirectHistoryActor
{
    /// <summary>A user takes back what he said to another, who is told. Answered <see cref="Heard"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who does it.</param>
    /// <param name="Partner">The nick of the other.</param>
    /// <param name="MessageId">The message.</param>
    /// <param name="Reason">Why; empty when not said.</param>
    public sealed record Redact(UserIdentity Who, Nickname Partner, MessageId MessageId, WireText Reason) : IRequest;

    /// <summary>From the history: this is what was asked for. The sender is whoever wants to redact.</summary>
    private sealed record Found(Redact Redact, ChatEvent? Event) : IRequest;

    private void OnRedact(Redact redact)
    {
        if (FindTalk(redact.Who.Id, redact.Partner) is var (_, talk))
            talk.History.FindAsync(redact.MessageId).Deliver(Self, found => new Found(redact, found), onBehalfOf: Sender);
        else
            Sender.Tell(new Denied(Refusal.NoSuchMessage));
    }

    private void OnFound(Found found)
    {
        var redact = found.Redact;
        if (FindTalk(redact.Who.Id, redact.Partner) is not var (partner, talk))
        {
            Sender.Tell(new Denied(Refusal.NoSuchMessage));
            return;
        }

        if (UserRules.Redact(redact.Who, found.Event, _engine.Settings.History.AllowDelete) is Refused<MessageSent>(var reason))
        {
            Sender.Tell(new Denied(reason));
            return;
        }

        talk.History.Remove(redact.MessageId);
        var redacted = new MessageRedacted(_engine.Stamp(), redact.Who, partner.Nick.Text, redact.MessageId, redact.Reason);
        var delivery = new Delivery(redacted);
        if (partner.IsGone)
            Sender.Tell(new Heard(delivery));
        else
            partner.User.Forward(new UserActor.Hear(delivery));
    }
}
