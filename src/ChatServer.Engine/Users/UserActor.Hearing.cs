using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;

namespace ChatServer.Engine.Users;

/// <content>What others say to the user, ask and tell: handled in every state, so that nobody waits for a change that is being
/// made.</content>
public sealed partial class UserActor
{
    private bool HandledInEveryState(object message)
    {
        switch (message)
        {
            case Say say:
                OnSay(say);
                return true;
            case Hear hear:
                OnHear(hear);
                return true;
            case HasSpokenTo spoken:
                OnHasSpokenTo(spoken);
                return true;
            case GetWhois whois:
                OnGetWhois(whois);
                return true;
            case MembershipChanged changed:
                OnMembershipChanged(changed);
                return true;
            case MembershipEnded ended:
                OnMembershipEnded(ended);
                return true;
            case MonitoredBy monitored:
                _monitoredBy = monitored.Connections;
                return true;
            default:
                return false;
        }
    }

    private void OnSay(Say say)
    {
        if (say.IsFromMemory && say.To != _identity.Nick)
        {
            Sender.Tell(new Denied(Refusal.NoSuchNick));
            return;
        }

        if (UserRules.ReasonNotToHear(_identity, say.By, say.Text) is { } reason)
        {
            Sender.Tell(new Denied(reason));
            return;
        }

        if (!Hears(say.By))
        {
            TurnAway(say);
            return;
        }

        if (say.By.Has(UserModeFlags.CallerId)) say.User.Tell(new HasSpokenTo(_identity), ActorRefs.NoSender);
        var delivery = new Delivery(
            new MessageSent(_engine.Stamp(), say.By, say.Kind, _toldNick.Text, say.Text, say.ClientTags) { Lines = say.Lines });
        _connection.Tell(delivery, ActorRefs.NoSender);
        if (HistoryRules.IsKept(delivery.Event, _engine.Settings.History))
            _directHistory.Tell(new DirectHistoryActor.Spoken(delivery.Event, say.By.Id, say.User, _identity.Id, _identity.Nick, Self));
        Sender.Tell(new Heard(delivery, _identity.Away, Self));
    }

    private void OnHear(Hear hear)
    {
        _connection.Tell(hear.Event, ActorRefs.NoSender);
        Sender.Tell(new Heard(hear.Event));
    }

    private void OnGetWhois(GetWhois get)
    {
        var visible = get.Asker == _identity.Id
            ? _memberships.All
            : _memberships.VisibleFrom(get.AskerRooms, _identity.Has(UserModeFlags.Invisible));
        _connection.Forward(new WhoisSoFar(_identity, [.. visible]));
    }
}
