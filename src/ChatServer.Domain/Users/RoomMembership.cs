using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>One room that a user is in, as far as the user needs to know it.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Modes">The user's ranks in it.</param>
/// <param name="IsSecret">Whether it is hidden from outsiders that the user is in it (room mode <c>s</c>).</param>
/// <param name="IsHidden">Whether it is hidden even from other members (room mode <c>u</c>, and the user has no rank).</param>
public sealed record RoomMembership(RoomId Id, RoomName Name, MemberModes Modes, bool IsSecret, bool IsHidden);
