using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <content>Who may give a room another name.</content>
public static partial class RoomRules
{
    /// <summary>How long a room keeps a new name. Clients that do not know of renaming are sent the whole room again each time, which is a
    /// lot in a large one.</summary>
    public static readonly TimeSpan NameStays = TimeSpan.FromMinutes(1);

    /// <summary>A member gives the room another name.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">Who does it: at least an operator.</param>
    /// <param name="name">The new name, or another spelling of the old one; that no other room has it is for the directory to say.</param>
    /// <param name="now">The time, UTC.</param>
    public static Verdict<RoomState> GiveName(RoomState room, UserId who, RoomName name, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(room);
        if (room.Find(who) is not { } member) return Outsider(room, who);
        if (!member.IsAtLeast(MemberModes.Op)) return Refusal.OperatorNeeded;
        if (now - room.RenamedAt < NameStays) return Refusal.RenamedTooOften;
        return room with { Name = name, RenamedAt = now };
    }
}
