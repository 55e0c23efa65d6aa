using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;

namespace ChatServer.Engine.Users;

/// <summary>One change of a user on its way to his rooms and his peers: collects whom the rooms know, and decides which room tells whom, so
/// that nobody is told twice.</summary>
/// <remarks>Not thread-safe: owned by the user.</remarks>
/// <param name="who">The user.</param>
/// <param name="next">The user after the change; null when he is gone.</param>
/// <param name="announcement">What his peers are told.</param>
/// <param name="except">A connection that is not told: the user's own, for changes that he is not told himself; otherwise null.</param>
/// <param name="whenTold">What follows when all rooms have applied it.</param>
internal sealed class PeerChange(UserId who, UserIdentity? next, Delivery announcement, IActorRef? except, Action whenTold)
{
    private readonly List<(IActorRef Room, ImmutableArray<IActorRef> Audience)> _held = [];

    public Delivery Announcement { get; } = announcement;

    public Action WhenTold { get; } = whenTold;

    /// <summary>How many rooms have yet to answer.</summary>
    public int Outstanding { get; set; }

    public void OnHeld(IActorRef room, RoomActor.Held held)
    {
        if (!held.Audience.IsEmpty) _held.Add((room, held.Audience));
    }

    /// <summary>Those of some connections that no room knows, as far as rooms have been asked.</summary>
    public IEnumerable<IActorRef> NotInRooms(ImmutableHashSet<IActorRef> connections) =>
        connections.IsEmpty ? connections : connections.Except(_held.SelectMany(room => room.Audience));

    /// <summary>For the only room of the user.</summary>
    public RoomActor.Apply ToAll() => new(who, next, Announcement, Audience: null, except);

    /// <summary>For a change of which a room has to know, but its members not.</summary>
    public RoomActor.Apply ToNobody() => new(who, next, Announcement, Audience: []);

    /// <summary>For rooms that stand still: each peer is told by the first room in which he is.</summary>
    public IEnumerable<(IActorRef Room, RoomActor.Apply Request)> Assign()
    {
        var spokenFor = new HashSet<IActorRef>();
        foreach (var (room, audience) in _held)
            yield return (room, new RoomActor.Apply(who, next, Announcement, audience.Where(spokenFor.Add).ToList(), except));
    }
}
