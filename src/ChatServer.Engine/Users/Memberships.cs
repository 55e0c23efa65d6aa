using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <summary>The rooms that one user is in.</summary>
/// <remarks>Not thread-safe: owned by the user.</remarks>
internal sealed class Memberships
{
    private readonly Dictionary<RoomId, (RoomMembership Membership, IActorRef Room)> _byRoom = [];

    public int Count => _byRoom.Count;

    public IEnumerable<RoomMembership> All => _byRoom.Values.Select(entry => entry.Membership);

    /// <summary>The rooms in which anybody may find the user: a ban on the members of a room must not reveal who is in a hidden
    /// one.</summary>
    public IEnumerable<RoomName> OpenRooms => All.Where(room => !room.IsSecret && !room.IsHidden).Select(room => room.Name);

    /// <summary>The rooms' actors, ordered by room id. Every user holds rooms in this order, so no two users can each hold what the other
    /// waits for.</summary>
    public IEnumerable<IActorRef> RoomsInOrder => _byRoom.OrderBy(entry => entry.Key.Value).Select(entry => entry.Value.Room);

    public bool Contains(RoomName name) => All.Any(room => room.Name == name);

    /// <summary>What WHOIS shows to another user: nothing hidden, and rooms that are secret, or all rooms of an invisible user, only to
    /// their members.</summary>
    /// <param name="otherRooms">The rooms that the other user is in.</param>
    /// <param name="isInvisible">Whether the user has mode <c>i</c>.</param>
    public IEnumerable<RoomMembership> VisibleFrom(ImmutableHashSet<RoomId> otherRooms, bool isInvisible) =>
        All.Where(room => !room.IsHidden && (otherRooms.Contains(room.Id) || !(room.IsSecret || isInvisible)));

    /// <summary>Adds a membership, or replaces the one of the same room.</summary>
    public void Set(RoomMembership membership, IActorRef room) => _byRoom[membership.Id] = (membership, room);

    public void Remove(RoomId room) => _byRoom.Remove(room);
}
