using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>One room that a user is in, as far as the user needs to know it.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Modes">What the user is in it.</param>
/// <param name="IsSecret">Whether outsiders may learn that the user is in it (room mode <c>s</c>: they may not).</param>
/// <param name="IsHidden">Whether not even other members may learn it (room mode <c>u</c>, and the user has no rank).</param>
public sealed record RoomMembership(RoomId Id, RoomName Name, MemberModes Modes, bool IsSecret, bool IsHidden);
