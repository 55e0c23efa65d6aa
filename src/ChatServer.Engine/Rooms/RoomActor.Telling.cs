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
        if (IsSeenByAll(member))
            TellAll(delivery, except: tellsHimself ? null : member.Id);
        else
            _audience.Tell(delivery, who => who == member.Id ? tellsHimself : _state.Shows(member, who));
    }

    private ImmutableArray<IActorRef> ConnectionsThatSee(Member member) =>
        IsSeenByAll(member) ? _audience.Connections() : _audience.Connections(who => who == member.Id || _state.Shows(member, who));

    private bool IsSeenByAll(Member member) => !_state.Has(RoomFlags.Auditorium) || member.Modes != MemberModes.None;

    private void TellRanked(Delivery delivery, MemberModes rank, UserId except) =>
        _audience.Tell(delivery, who => who != except && _state.Find(who)!.IsAtLeast(rank));

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
        _state.Id, _state.Name, member.Modes, IsSecret: _state.Has(RoomFlags.Secret), IsHidden: !IsSeenByAll(member));
}
