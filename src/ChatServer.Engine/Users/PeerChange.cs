using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;

namespace ChatServer.Engine.Users;

/// <summary>One change of a user on its way to his rooms and his peers: goes through the rooms one after the other, collects whom they know,
/// and decides which room tells whom, so that nobody is told twice.</summary>
/// <remarks>Not thread-safe: owned by the user.</remarks>
/// <param name="who">The user.</param>
/// <param name="next">The user after the change; null when he is gone.</param>
/// <param name="announcement">What his peers are told.</param>
/// <param name="rooms">His rooms, in the order in which they are to be held.</param>
/// <param name="except">A connection that is not told: the user's own, for changes that he is not told himself; otherwise null.</param>
/// <param name="whenTold">What follows when all rooms have applied it.</param>
internal sealed class PeerChange(
    UserId who, UserIdentity? next, Delivery announcement, IEnumerable<IActorRef> rooms, IActorRef? except, Action whenTold)
{
    private readonly Queue<IActorRef> _toHold = new(rooms);
    private readonly List<(IActorRef Room, ImmutableArray<IActorRef> Audience)> _held = [];

    public Delivery Announcement { get; } = announcement;

    public Action WhenTold { get; } = whenTold;

    /// <summary>Whether the user's own connection is to hear it.</summary>
    public bool TellsHimself => except is null;

    /// <summary>How many rooms have yet to apply it.</summary>
    public int Outstanding { get; set; }

    /// <summary>The next room to be held; false when all are.</summary>
    public bool TryNextRoom([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out IActorRef room) => _toHold.TryDequeue(out room);

    public void OnHeld(IActorRef room, RoomActor.Held held)
    {
        if (!held.Audience.IsEmpty) _held.Add((room, held.Audience));
    }

    /// <summary>Those of some connections that hear of it from no room.</summary>
    public IEnumerable<IActorRef> NotInRooms(ImmutableHashSet<IActorRef> connections) =>
        connections.IsEmpty ? connections : connections.Except(_held.SelectMany(room => room.Audience));

    /// <summary>For rooms that stand still: each peer is told by the first room in which he is.</summary>
    public IEnumerable<(IActorRef Room, RoomActor.Apply Request)> Assign()
    {
        var spokenFor = new HashSet<IActorRef>();
        if (except is not null) spokenFor.Add(except);
        foreach (var (room, audience) in _held)
            yield return (room, new RoomActor.Apply(who, next, Announcement, [.. audience.Where(spokenFor.Add)]));
    }

    /// <summary>For a change of which rooms have to know, but not their members.</summary>
    public IEnumerable<(IActorRef Room, RoomActor.Apply Request)> InSilence() =>
        _toHold.Select(room => (room, new RoomActor.Apply(who, next, Announcement, [])));
}
