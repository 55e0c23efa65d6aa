using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;

namespace ChatServer.Engine.Users;

/// <summary>One change of a user on its way to his peers: goes through his rooms one after the other, and collects their members.</summary>
/// <remarks>Not thread-safe: owned by the user.</remarks>
/// <param name="next">The user after the change; null when he is gone.</param>
/// <param name="decide">Makes the event for his peers, once all his rooms stand still: only then are his rooms and ranks certain, and the
/// event's time later than all before it.</param>
/// <param name="rooms">His rooms, in the order in which they are to be held.</param>
/// <param name="whenApplied">What follows when all rooms have applied it.</param>
internal sealed class PeerChange(UserIdentity? next, Func<ChatEvent> decide, IEnumerable<IActorRef> rooms, Action whenApplied)
{
    private readonly Queue<IActorRef> _toHold = new(rooms);
    private readonly List<IActorRef> _held = [];
    private readonly HashSet<IActorRef> _peers = [];
    private Delivery? _announcement;
    private IAnswer? _refusal;
    private bool _hasTriedAgain;

    public UserIdentity? Next { get; } = next;

    /// <summary>The event for his peers, made on first use.</summary>
    public Delivery Announcement => _announcement ??= new Delivery(decide());

    /// <summary>What follows a refusal; null for a change that can't be refused.</summary>
    public Action<IAnswer>? WhenRefused { get; init; }

    /// <summary>Whether his rooms may refuse it, as they may a new nick.</summary>
    public bool NeedsLeave => WhenRefused is not null;

    /// <summary>Whether the user's own connection is told too.</summary>
    public bool TellsHimself { get; init; }

    /// <summary>The rooms that stand still.</summary>
    public IReadOnlyList<IActorRef> HeldRooms => _held;

    /// <summary>The connections of all members of these rooms, the user's own among them.</summary>
    public IReadOnlySet<IActorRef> Peers => _peers;

    /// <summary>How many rooms have yet to apply it, or to be released.</summary>
    public int Outstanding { get; set; }

    /// <summary>The message that ends a room's standing still: the change, when all peers have been told, or a release.</summary>
    public IRequest ForRoom(UserId who) =>
        _refusal is null ? new RoomActor.Apply(who, Next, Announcement.Event) : new RoomActor.Release(who);

    /// <summary>Somebody refuses it.</summary>
    public void CallOff(IAnswer refusal) => _refusal = refusal;

    /// <summary>All rooms have answered.</summary>
    public void Finish()
    {
        if (_refusal is null)
            whenApplied();
        else
            WhenRefused!(_refusal);
    }

    /// <summary>A room has met a fault.</summary>
    /// <returns>Whether to ask it again, which is done once per change.</returns>
    public bool MayTryAgain()
    {
        var may = !_hasTriedAgain;
        _hasTriedAgain = true;
        return may;
    }

    /// <summary>The next room to be held; false when all are.</summary>
    public bool TryNextRoom([MaybeNullWhen(false)] out IActorRef room) => _toHold.TryDequeue(out room);

    public void OnHeld(IActorRef room, ImmutableArray<IActorRef> audience)
    {
        if (audience.IsEmpty) return;
        _held.Add(room);
        _peers.UnionWith(audience);
    }
}
