using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Who may enter, leave, speak in and rule a room. Pure: a decision comes back as the next state.</summary>
public static partial class RoomRules
{
    /// <summary>How many may be invited at a time; beyond, the first one is forgotten.</summary>
    public const int MostInvited = 100;

    /// <summary>A member leaves.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who leaves.</param>
    public static Verdict<RoomState> Part(RoomState room, UserId who)
    {
        ArgumentNullException.ThrowIfNull(room);
        return room.Members.ContainsKey(who) ? room.Without(who) : Refusal.NotInRoom;
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

    /// <summary>A member kicks another.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who does it: at least half-operator, and not below the other.</param>
    /// <param name="target">The nick of the other.</param>
    /// <returns>The member to kick; the caller removes him from the state.</returns>
    public static Verdict<Member> Kick(RoomState room, UserId who, Nickname target)
    {
        ArgumentNullException.ThrowIfNull(room);
        var member = room.Find(who);
        if (member is null) return Outsider(room, who);
        if (!member.IsAtLeast(MemberModes.HalfOp)) return Refusal.OperatorNeeded;
        var other = room.Find(target);
        if (other is null) return Refusal.TargetNotInRoom;
        if (room.Has(RoomFlags.NoKicks)) return Refusal.NoKicks;
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
        var others = room.Invited.Remove(target);
        return room with { Invited = (others.Length < MostInvited ? others : others.RemoveAt(0)).Add(target) };
    }

    /// <summary>The rank needed to invite.</summary>
    /// <param name="room">The room.</param>
    public static MemberModes RankToInvite(RoomState room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return room.Has(RoomFlags.InviteOnly) ? MemberModes.HalfOp : MemberModes.None;
    }

    /// <summary>A member takes back what was said in the room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who does it: who said it, or at least a half-operator.</param>
    /// <param name="found">The event with the id that he gave; null for none.</param>
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

    /// <summary>A member takes another nick. Nothing changes yet; the outcome is the room as it is.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who asks.</param>
    /// <remarks>A user whom a ban silences could otherwise evade it by changing his nick.</remarks>
    public static Verdict<RoomState> Rename(RoomState room, UserId who)
    {
        ArgumentNullException.ThrowIfNull(room);
        var member = room.Find(who);
        if (member is null) return room;
        if (room.Has(RoomFlags.NoNickChanges) && !member.IsAtLeast(MemberModes.HalfOp)) return Refusal.NoNickChanges;
        return !member.IsAtLeast(MemberModes.Voice) && IsSilenced(room, member.Identity) ? Refusal.NoNickChangesWhileBanned : room;
    }

    /// <summary>What an outsider is told: a secret room does not reveal that it exists.</summary>
    internal static Refusal Outsider(RoomState room, UserId who) =>
        room.IsVisibleTo(who) ? Refusal.NotInRoom : Refusal.NoSuchRoom;
}
