using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <content>Who may speak in the name of somebody else.</content>
public static partial class RoomRules
{
    /// <summary>Someone speaks to the room in the name of a persona.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who speaks.</param>
    /// <param name="persona">In whose name.</param>
    /// <param name="text">What he says.</param>
    /// <param name="mayRelay">Whether he may relay messages into any room.</param>
    /// <returns>The least rank that hears it; none when everybody does.</returns>
    /// <remarks>Operators of a room vouch for the bridges into it. Roleplay is for members who may speak for themselves.</remarks>
    public static Verdict<MemberModes> SpeakAs(RoomState room, UserIdentity who, Persona persona, WireText text, bool mayRelay)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(persona);
        var member = room.Find(who.Id);
        if (member is null && !(persona.IsRelayed && mayRelay)) return Outsider(room, who.Id);
        if (persona.IsRelayed && !mayRelay && !member!.IsAtLeast(MemberModes.Op)) return Refusal.OperatorNeeded;
        if (!persona.IsRelayed && !room.Has(RoomFlags.Roleplay)) return Refusal.NoRoleplay;
        return Speak(room, who, MessageKind.Message, text);
    }
}
