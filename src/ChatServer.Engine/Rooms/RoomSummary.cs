using ChatServer.Domain;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <summary>What the directory knows of a room, for LIST and LUSERS.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Members">How many are in it.</param>
/// <param name="Topic">Its topic; empty when not set.</param>
/// <param name="TopicSetAt">When the topic was set, UTC; null when there is none.</param>
/// <param name="IsSecret">Whether it is hidden from outsiders (mode <c>s</c>).</param>
/// <param name="CreatedAt">When the first member joined, UTC.</param>
public sealed record RoomSummary(
    RoomId Id, RoomName Name, int Members, WireText Topic, DateTimeOffset? TopicSetAt, bool IsSecret, DateTimeOffset CreatedAt);
