using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Someone in a room.</summary>
/// <param name="Identity">Who it is, as last told by the user.</param>
/// <param name="Modes">His ranks here: voiced, operator and so on.</param>
public sealed record Member(UserIdentity Identity, MemberModes Modes)
{
    /// <summary>What does not change about the member.</summary>
    public UserId Id => Identity.Id;

    /// <summary>Whether the member's highest rank is this one or above.</summary>
    /// <param name="rank">One rank.</param>
    public bool IsAtLeast(MemberModes rank) => Modes >= rank;
}
