using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Engine.Deliveries;

namespace ChatServer.Engine.Rooms;

/// <content>Invitations. The room watches the invited users, so that it forgets those who quit instead of coming.</content>
public sealed partial class RoomActor
{
    private readonly Dictionary<UserId, IActorRef> _guests = [];

    private void OnInvite(Invite invite)
    {
        switch (RoomRules.Invite(_state, invite.Who, invite.Target.Id))
        {
            case Accepted<RoomState>(var next):
                var forgotten = _state.Invited.Except(next.Invited).ToList();
                _state = next;
                forgotten.ForEach(ForgetInvitation);
                _guests[invite.Target.Id] = invite.User;
                Context.Watch(invite.User);
                Announce(invite);
                Sender.Tell(Done.Instance);
                break;
            case Refused<RoomState>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void Announce(Invite invite)
    {
        var by = _state.Find(invite.Who)!.Identity;
        var stamp = _engine.Stamp();
        invite.Connection.Tell(new Delivery(new UserInvited(stamp, by, _state.Name, invite.Target.Nick)), ActorRefs.NoSender);
        var announcement = new Delivery(new InvitationAnnounced(stamp, by, _state.Name, invite.Target.Nick));
        TellRanked(announcement, RoomRules.RankToInvite(_state), invite.Who);
    }

    private UserId? FindGuest(IActorRef user)
    {
        foreach (var (who, guest) in _guests)
        {
            if (guest.Equals(user)) return who;
        }

        return null;
    }

    private void ForgetInvitation(UserId who)
    {
        if (!_guests.Remove(who, out var user)) return;
        Context.Unwatch(user);
        _state = _state with { Invited = _state.Invited.Remove(who) };
    }
}
