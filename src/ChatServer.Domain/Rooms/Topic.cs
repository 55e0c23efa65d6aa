using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>What a room is about.</summary>
/// <param name="Text">The topic, never empty.</param>
/// <param name="SetBy">Who set it, <c>nick!user@host</c>.</param>
/// <param name="SetAt">When, UTC.</param>
public sealed record Topic(WireText Text, string SetBy, DateTimeOffset SetAt);
