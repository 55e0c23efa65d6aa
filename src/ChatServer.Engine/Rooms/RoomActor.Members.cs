using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>Who comes and goes.</content>
public sealed partial class RoomActor
{
    private long _joins;

    /// <summary>A join that failed counts too: the directory closes no room while joins are on their way to it, so an empty one would stay
    /// for ever.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        if (IsDoneByGathering(message)) return true;
        var joins = _joins;
        try
        {
            return base.AroundReceive(receive, message);
        }
        catch when (message is Join)
        {
            _joins = joins + 1;
            Summarise();
            throw;
        }
    }

    private void OnJoin(Join join)
    {
        _joins++;
        DismissGhostOf(join.Who);
        var answer = Admit(join);

        // First the directory, so that LIST is up to date once the user has his answer.
        Summarise();
        Sender.Tell(answer);
    }

    private IAnswer Admit(Join join)
    {
        var verdict = RoomRules.Join(_state, join.Who, new JoinAttempt(join.Key, _engine.Clock.GetElapsedTime(0), join.OtherRooms));
        if (verdict is Refused<RoomState>(var reason))
            return RoomRules.ForwardFor(_state, reason) is { } other ? new Forwarded(reason, other) : new Denied(reason);

        var next = ((Accepted<RoomState>)verdict).Outcome;
        if (ReferenceEquals(next, _state)) return Done.Instance;
        _state = next;
        _guests.Remove(join.Who.Id);
        var delivery = new Delivery(new UserJoined(_engine.Stamp(), join.Who, _state.Name));
        TellAbout(_state.Find(join.Who.Id)!, delivery);
        _audience.Add(join.Who.Id, join.User, join.Connection);
        Context.Watch(join.User);
        join.User.Tell(new UserActor.MembershipChanged(MembershipOf(_state.Find(join.Who.Id)!), Self));
        return new Joined(delivery, _state, Self);
    }

    private void OnPart(Part part)
    {
        var member = _state.Find(part.Who);
        switch (RoomRules.Part(_state, part.Who))
        {
            case Accepted<RoomState>(var next):
                TellAbout(member!, new Delivery(new UserParted(_engine.Stamp(), member!.Identity, _state.Name, part.Reason)));
                Remove(next, part.Who);
                Sender.Tell(Done.Instance);
                break;
            case Refused<RoomState>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void OnKick(Kick kick)
    {
        switch (RoomRules.Kick(_state, kick.Who, kick.Target))
        {
            case Accepted<Member>(var target):
                var by = _state.Find(kick.Who)!.Identity;
                TellAbout(target, new Delivery(new UserKicked(_engine.Stamp(), by, _state.Name, target.Identity, kick.Reason)));
                Remove(_state.Without(target.Id), target.Id);
                Sender.Tell(Done.Instance);
                break;
            case Refused<Member>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    /// <summary>An invited user is gone, or a member whose user actor has failed: rare enough to search for him.</summary>
    private void OnUserGone(IActorRef user)
    {
        if ((FindGuest(user) ?? _audience.Find(user)) is { } who) Dismiss(who);
    }

    /// <summary>A nick belongs to one user at a time, so a newcomer with a member's nick proves that the member is gone, although the death
    /// watch has not said so yet.</summary>
    private void DismissGhostOf(UserIdentity newcomer)
    {
        if (_state.Find(newcomer.Nick) is { } ghost && ghost.Id != newcomer.Id) Dismiss(ghost.Id);
    }

    private void Dismiss(UserId who)
    {
        ForgetInvitation(who);
        if (_state.Find(who) is not { } member) return;
        var left = new UserQuit(_engine.Stamp(), member.Identity, WireText.From("Connection lost"));
        TellAbout(member, new Delivery(left), tellsHimself: false);
        Remove(_state.Without(who), who);
    }

    private void Remove(RoomState next, UserId who)
    {
        _state = next;
        ForgetInvitation(who);
        if (_audience.Remove(who, out var seat))
        {
            Context.Unwatch(seat.User);
            seat.User.Tell(new UserActor.MembershipEnded(_state.Id));
        }

        Summarise();
    }
}
