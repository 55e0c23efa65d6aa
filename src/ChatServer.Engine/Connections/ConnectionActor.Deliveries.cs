using ChatServer.Domain.Events;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <content>What happens elsewhere, on its way to the client.</content>
public sealed partial class ConnectionActor
{
    private void OnDelivery(Delivery delivery)
    {
        if (delivery.Event is UserInvited invited) delivery = OnInvited(invited, delivery);
        if (IsDoneByRunningCommand(delivery.Event))
            _session.Replies.Event(delivery);
        else
            _session.Replies.ForeignEvent(delivery);
        if (delivery.Event is UserKicked kicked && kicked.Target.Id == _session.Identity?.Id) _session.Rooms.Remove(kicked.Room);
        if (delivery.Event is UserParted parted && parted.By.Id == _session.Identity?.Id) _session.Rooms.Remove(parted.Room);

        // From here on the client goes by the new nick, though the answer to its command is still on its way.
        if (delivery.Event is UserRenamed renamed && renamed.By.Id == _session.Identity?.Id)
            _session.Identity = _session.Identity with { Nick = renamed.Nick };
        if (delivery.Event is UserHostChanged changed) OnHostChanged(changed);
        CloseIfTooSlow();
    }

    private void OnDeliverySeries(DeliverySeries series)
    {
        _session.Replies.ForeignEvents(series);
        CloseIfTooSlow();
    }

    /// <summary>The user is asked to a room; whoever asks may have known him by a nick that he has laid down meanwhile.</summary>
    /// <returns>What his client is told: it goes by the nick that it has now.</returns>
    private Delivery OnInvited(UserInvited invited, Delivery delivery)
    {
        _session.Invitations.Add(invited.Room);
        var nick = _session.Identity!.Nick;
        return invited.Target == nick ? delivery : new Delivery(invited with { Target = nick });
    }

    /// <summary>Whether an event belongs to the answer: what the user himself does comes back while his command runs. What he says comes
    /// back as echo instead, and his host may as well be changed by somebody else.</summary>
    private bool IsDoneByRunningCommand(ChatEvent chatEvent) =>
        _session.IsBusy && chatEvent.By.Id == _session.Identity?.Id && chatEvent switch
        {
            MessageSent or MessageRedacted => false,
            UserHostChanged => _session.RunningVerb == "CHGHOST",
            _ => true,
        };

    private void OnKnocked(RoomActor.Knocked knocked) => _session.Replies.Unasked(replies => KnockCommand.Show(replies, knocked));

    private void OnCalled(UserActor.Called called) => _session.Replies.Unasked(replies => AcceptCommand.Show(replies, called.Who));

    private void OnMonitoredEvent(UserActor.MonitoredEvent monitored)
    {
        if (_session.Dialect.HasFlag(Dialect.ExtendedMonitor)) _session.Replies.ForeignEvent(monitored.Event);
    }
}
