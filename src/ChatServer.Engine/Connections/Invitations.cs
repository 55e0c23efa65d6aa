using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>Rooms that a user was invited to, oldest first. Whether an invitation still stands, only the room itself knows.</summary>
/// <remarks>Not thread-safe: owned by one connection. When there are too many, the oldest is forgotten.</remarks>
/// <param name="most">How many there may be.</param>
internal sealed class Invitations(int most)
{
    private readonly List<RoomName> _rooms = [];

    public ImmutableArray<RoomName> All => [.. _rooms];

    public void Add(RoomName room)
    {
        _rooms.Remove(room);
        if (_rooms.Count == most) _rooms.RemoveAt(0);
        _rooms.Add(room);
    }

    public void Remove(RoomName room) => _rooms.Remove(room);
}
