using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Who may enter, leave, speak in and rule a room. Pure: what was decided comes back as the next state.</summary>
public static class RoomRules
{
    /// <summary>Someone asks to join.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who asks; one who is in the room already changes nothing.</param>
    /// <param name="key">The key he gave, or null.</param>
    /// <returns>The room with him in it: as operator when he is the first. An invitation opens every door, and is used up.</returns>
    public static Verdict<RoomState> Join(RoomState room, UserIdentity who, string? key)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        if (room.Members.ContainsKey(who.Id)) return room;

        if (!room.Invited.Contains(who.Id))
        {
            if (IsBanned(room, who)) return Refusal.Banned;
            if (room.Has(RoomFlags.InviteOnly) && !room.InviteExceptions.Covers(who)) return Refusal.InviteOnly;
            if (room.Key is not null && room.Key != key) return Refusal.WrongKey;
            if (room.MemberLimit <= room.Members.Count) return Refusal.RoomFull;
        }

        var modes = room.Members.IsEmpty ? MemberModes.Op : MemberModes.None;
        return room.With(new Member(who, modes)) with { Invited = room.Invited.Remove(who.Id) };
    }

    /// <summary>A member leaves.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who leaves.</param>
    public static Verdict<RoomState> Part(RoomState room, UserId who)
    {
        ArgumentNullException.ThrowIfNull(room);
        return room.Members.ContainsKey(who) ? room.Without(who) : Refusal.NotInRoom;
    }

    /// <summary>Someone, member or not, speaks to the room. Nothing changes; the outcome is the room as it is.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who speaks.</param>
    /// <remarks>Voice and above may always speak. A ban silences plain members too, as users of other servers expect.</remarks>
    public static Verdict<RoomState> Speak(RoomState room, UserIdentity who)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        var member = room.Find(who.Id);
        if (member is null && !room.IsVisibleTo(who.Id) && room.Has(RoomFlags.NoOutsideMessages)) return Refusal.NoSuchRoom;
        if (member is null && room.Has(RoomFlags.NoOutsideMessages)) return Refusal.CannotSpeak;
        if (member is not null && member.IsAtLeast(MemberModes.Voice)) return room;
        if (room.Has(RoomFlags.Moderated) || IsBanned(room, who)) return Refusal.CannotSpeak;
        return room;
    }

    /// <summary>A member sets the topic, or clears it with an empty text.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who sets it.</param>
    /// <param name="text">The new topic, not longer than the server allows.</param>
    /// <param name="now">The time, UTC.</param>
    public static Verdict<RoomState> SetTopic(RoomState room, UserId who, WireText text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(room);
        var member = room.Find(who);
        if (member is null) return Outsider(room, who);
        if (room.Has(RoomFlags.ProtectedTopic) && !member.IsAtLeast(MemberModes.HalfOp)) return Refusal.OperatorNeeded;
        return room with { Topic = text.IsEmpty ? null : new Topic(text, member.Identity.FullName, now) };
    }

    /// <summary>A member throws another out.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who does it: at least half-operator, and not below the other.</param>
    /// <param name="target">The nick of the other.</param>
    /// <returns>The member who has to go; the caller takes him out of the state.</returns>
    public static Verdict<Member> Kick(RoomState room, UserId who, Nickname target)
    {
        ArgumentNullException.ThrowIfNull(room);
        var member = room.Find(who);
        if (member is null) return Outsider(room, who);
        if (!member.IsAtLeast(MemberModes.HalfOp)) return Refusal.OperatorNeeded;
        var other = room.Find(target);
        if (other is null) return Refusal.TargetNotInRoom;
        return other.Modes.Highest() > member.Modes.Highest() ? Refusal.OperatorNeeded : other;
    }

    /// <summary>A member invites someone who is not in the room.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who invites; in an invite-only room at least half-operator.</param>
    /// <param name="target">Who is invited.</param>
    public static Verdict<RoomState> Invite(RoomState room, UserId who, UserId target)
    {
        ArgumentNullException.ThrowIfNull(room);
        var member = room.Find(who);
        if (member is null) return Outsider(room, who);
        if (room.Members.ContainsKey(target)) return Refusal.AlreadyInRoom;
        if (!member.IsAtLeast(RankToInvite(room))) return Refusal.OperatorNeeded;
        return room with { Invited = room.Invited.Add(target) };
    }

    /// <summary>The rank one needs in order to invite.</summary>
    /// <param name="room">The room.</param>
    public static MemberModes RankToInvite(RoomState room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return room.Has(RoomFlags.InviteOnly) ? MemberModes.HalfOp : MemberModes.None;
    }

    /// <summary>A member takes back what was said in the room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who does it: who said it, or at least a half-operator.</param>
    /// <param name="found">What the room keeps under the id that he gave; null for nothing.</param>
    /// <param name="authorsMay">Whether the server lets authors take their messages back.</param>
    /// <returns>The message.</returns>
    public static Verdict<MessageSent> Redact(RoomState room, UserIdentity who, ChatEvent? found, bool authorsMay)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        if (room.Find(who.Id) is not { } member) return Outsider(room, who.Id);
        if (found is not MessageSent message) return Refusal.NoSuchMessage;
        var isAuthor = authorsMay && message.By.Id == who.Id;
        return isAuthor || member.IsAtLeast(MemberModes.HalfOp) ? message : Refusal.NotAllowedToRedact;
    }

    /// <summary>Whether a ban covers someone and no exception does.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Anyone.</param>
    public static bool IsBanned(RoomState room, UserIdentity who)
    {
        ArgumentNullException.ThrowIfNull(room);
        return room.Bans.Covers(who) && !room.BanExceptions.Covers(who);
    }

    /// <summary>What an outsider is told: a secret room does not betray that it exists.</summary>
    internal static Refusal Outsider(RoomState room, UserId who) =>
        room.IsVisibleTo(who) ? Refusal.NotInRoom : Refusal.NoSuchRoom;
}
