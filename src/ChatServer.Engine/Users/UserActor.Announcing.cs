using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Rooms;

namespace ChatServer.Engine.Users;

/// <content>How a change that peers see becomes one moment for all of them: all rooms stand still, all peers are told,
/// all rooms go on.</content>
public sealed partial class UserActor
{
    /// <summary>Tells every peer once, and all rooms what has become of the user.</summary>
    /// <param name="next">The user after the change; null when he is gone.</param>
    /// <param name="decide">Makes what his peers are told, when all his rooms stand still.</param>
    /// <param name="tellsHimself">Whether his own connection hears it as well.</param>
    /// <param name="whenApplied">What follows.</param>
    /// <param name="whenRefused">What follows when a room does not allow him a new nick;
    /// null for a change that needs nobody's leave.</param>
    private void Announce(
        UserIdentity? next, Func<ChatEvent> decide, bool tellsHimself, Action whenApplied, Action<IAnswer>? whenRefused = null)
    {
        var change = new PeerChange(next, decide, _memberships.RoomsInOrder, whenApplied) { TellsHimself = tellsHimself, WhenRefused = whenRefused };
        if (_memberships.Count > 0) Become(message => Holding(message, change));
        HoldNext(change);
    }

    private void HoldNext(PeerChange change)
    {
        if (change.TryNextRoom(out var room))
            room.Tell(HoldFor(change));
        else
            CarryOut(change);
    }

    private RoomActor.Hold HoldFor(PeerChange change) => new(_identity.Id, change.NeedsLeave);

    // All peers are told before the first room goes on: whatever happens next in any of the rooms comes after it, for all of them.
    private void CarryOut(PeerChange change)
    {
        TellPeers(change);
        Apply(change, change.HeldRooms);
    }

    /// <summary>The rooms that stand still go on as if nothing had been asked.</summary>
    private void CallOff(PeerChange change, IAnswer refusal)
    {
        change.CallOff(refusal);
        Apply(change, change.HeldRooms);
    }

    private void TellPeers(PeerChange change)
    {
        foreach (var peer in change.Peers)
        {
            if (!peer.Equals(_connection)) peer.Tell(change.Announcement, ActorRefs.NoSender);
        }

        if (change.Next is { } next) _toldNick = next.Nick;
        if (change.TellsHimself) _connection.Tell(change.Announcement, ActorRefs.NoSender);

        // Who monitors the user without sharing a room; of coming, going and nick changes he hears from the directory.
        if (change.Announcement.Event is UserQuit or UserRenamed) return;
        foreach (var connection in _monitoredBy.Except(change.Peers).Where(connection => !connection.Equals(_connection)))
            connection.Tell(new MonitoredEvent(change.Announcement), ActorRefs.NoSender);
    }

    private void Apply(PeerChange change, IEnumerable<IActorRef> rooms)
    {
        foreach (var room in rooms)
        {
            room.Tell(change.ForRoom(_identity.Id));
            change.Outstanding++;
        }

        if (change.Outstanding == 0)
            change.Finish();
        else
            Become(message => Applying(message, change));
    }

    private static void OnApplied(PeerChange change)
    {
        if (--change.Outstanding == 0) change.Finish();
    }
}
