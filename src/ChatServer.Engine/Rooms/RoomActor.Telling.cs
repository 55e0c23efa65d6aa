using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>Who is told what.</content>
public sealed partial class RoomActor
{
    /// <summary>WHOIS is answered by the user's actor, so it has to know his rank, and whether others may see him here.</summary>
    private void TellUsersWhatChangedForThem(RoomState before)
    {
        const RoomFlags decisive = RoomFlags.Secret | RoomFlags.Auditorium;
        var allChanged = (before.Flags & decisive) != (_state.Flags & decisive);
        if (!allChanged && ReferenceEquals(before.Members, _state.Members)) return;
        foreach (ref readonly var seat in _audience.Seats)
        {
            var member = _state.Find(seat.Who)!;
            if (allChanged || before.Find(seat.Who)?.Modes != member.Modes)
                seat.User.Tell(new UserActor.MembershipChanged(MembershipOf(member), Self));
        }
    }

    /// <summary>Tells those who see a member what he did, or what was done to him.</summary>
    private void TellAbout(Member member, Delivery delivery, bool tellsHimself = true)
    {
        if (_state.ShowsToAll(member))
            TellAll(delivery, except: tellsHimself ? null : member.Id);
        else
            _audience.TellOnly(tellsHimself ? _state.Ranked.Add(member.Id) : _state.Ranked, delivery);
    }

    private ImmutableArray<IActorRef> ConnectionsThatSee(Member member) =>
        _state.ShowsToAll(member) ? _audience.Connections() : _audience.Connections(_state.Ranked.Add(member.Id));

    private void TellRanked(Delivery delivery, MemberModes rank, UserId except) =>
        _audience.TellOnly(_state.AtLeast(rank).Where(who => who != except), delivery);

    private void Summarise() => Context.Parent.Tell(new RoomDirectoryActor.Summarised(
        new RoomSummary(
            _state.Id,
            _state.Name,
            _state.Members.Count,
            _state.Topic?.Text ?? WireText.Empty,
            _state.Topic?.SetAt,
            _state.Has(RoomFlags.Secret),
            _state.CreatedAt),
        _joins));

    private RoomMembership MembershipOf(Member member) => new(
        _state.Id, _state.Name, member.Modes, IsSecret: _state.Has(RoomFlags.Secret), IsHidden: !_state.ShowsToAll(member));
}
