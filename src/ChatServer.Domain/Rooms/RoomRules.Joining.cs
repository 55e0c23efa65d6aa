using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <content>Who may enter.</content>
public static partial class RoomRules
{
    /// <summary>Someone asks to join.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who asks; for a member nothing changes.</param>
    /// <param name="attempt">When, and with which key.</param>
    /// <returns>The room with him in it, as operator when he is the first. An invitation overrides everything but the mode for TLS only,
    /// which is a promise to the members, and is used up.</returns>
    public static Verdict<RoomState> Join(RoomState room, UserIdentity who, JoinAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        if (room.Members.ContainsKey(who.Id)) return room;

        if (room.Has(RoomFlags.SecureOnly) && !who.IsSecure) return Refusal.SecureOnly;
        if (!room.Invited.Contains(who.Id) && ReasonToStayOut(room, who, attempt) is { } reason) return reason;

        var modes = room.Members.IsEmpty ? MemberModes.Op : MemberModes.None;
        return room.With(new Member(who, modes)) with
        {
            Invited = room.Invited.Remove(who.Id),
            RecentJoins = room.Throttle?.Count(room.RecentJoins, attempt.At) ?? room.RecentJoins,
        };
    }

    /// <summary>Where to forward a user who was refused; null for nowhere. The banned are not forwarded, and a user who gave a wrong key
    /// had better be told.</summary>
    /// <param name="room">The room that refused him.</param>
    /// <param name="reason">Why.</param>
    public static RoomName? ForwardFor(RoomState room, Refusal reason)
    {
        ArgumentNullException.ThrowIfNull(room);
        return reason is Refusal.Banned or Refusal.WrongKey ? null : room.Forward;
    }

    private static Refusal? ReasonToStayOut(RoomState room, UserIdentity who, JoinAttempt attempt)
    {
        if (IsBanned(room, who, attempt.OtherRooms)) return Refusal.Banned;
        if (room.Has(RoomFlags.InviteOnly) && !room.InviteExceptions.CoversJoining(who, attempt.OtherRooms)) return Refusal.InviteOnly;
        if (room.Has(RoomFlags.AccountsJoin) && who.Account is null) return Refusal.AccountNeeded;
        if (room.Key is not null && room.Key != attempt.Key) return Refusal.WrongKey;
        if (room.MemberLimit <= room.Members.Count) return Refusal.RoomFull;
        if (room.Throttle?.Admits(room.RecentJoins, attempt.At) == false) return Refusal.JoinsThrottled;
        return null;
    }

    private static bool IsBanned(RoomState room, UserIdentity who, IReadOnlyCollection<RoomName> rooms) =>
        room.Bans.CoversJoining(who, rooms) && !room.BanExceptions.CoversJoining(who, rooms);
}

/// <summary>What the rules need to know about an attempt to join, besides who makes it.</summary>
/// <param name="Key">The key he gave, or null.</param>
/// <param name="At">When, on a monotonic clock; only differences mean something. By the date, a room with mode <c>j</c> would stay closed
/// after the date was set back.</param>
/// <param name="OtherRooms">The rooms he is in, as far as anybody may know.</param>
public readonly record struct JoinAttempt(string? Key, TimeSpan At, IReadOnlyCollection<RoomName> OtherRooms);
