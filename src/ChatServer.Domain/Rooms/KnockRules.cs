using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Who may ask the members of a room for an invitation. Source: KNOCK of ratbox, as clients know it.</summary>
public static class KnockRules
{
    /// <summary>Someone knocks. Nothing changes; the outcome is the room as it is.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who knocks.</param>
    public static Verdict<RoomState> Knock(RoomState room, UserIdentity who)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        if (room.Find(who.Id) is not null) return Refusal.InRoomHimself;
        if (!room.IsVisibleTo(who.Id)) return Refusal.NoSuchRoom;
        if (room.Bans.CoversJoining(who, []) && !room.BanExceptions.CoversJoining(who, [])) return Refusal.CannotSpeak;
        return IsClosed(room) ? room : Refusal.RoomIsOpen;
    }

    /// <summary>The lowest rank that is told of it: members who could invite if the room were invite-only.</summary>
    public static MemberModes RankToHear => MemberModes.HalfOp;

    private static bool IsClosed(RoomState room) =>
        room.Has(RoomFlags.InviteOnly) || room.Key is not null || room.MemberLimit <= room.Members.Count;
}
