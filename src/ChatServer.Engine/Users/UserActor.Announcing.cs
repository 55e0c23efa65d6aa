using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Rooms;

namespace ChatServer.Engine.Users;

/// <content>How a change becomes visible to all peers at one moment: all rooms stand still, all peers are told, all rooms go on.</content>
public sealed partial class UserActor
{
    /// <summary>Tells every peer once, then all rooms.</summary>
    /// <param name="next">The user after the change; null when he is gone.</param>
    /// <param name="decide">Makes the event for his peers, once all his rooms stand still.</param>
    /// <param name="tellsHimself">Whether his own connection is told too.</param>
    /// <param name="whenApplied">What follows.</param>
    /// <param name="whenRefused">What follows when a room refuses a new nick; null for a change that can't be refused.</param>
    private void Announce(
        UserIdentity? next, Func<ChatEvent> decide, bool tellsHimself, Action whenApplied, Action<IAnswer>? whenRefused = null)
    {
        var change = new PeerChange(next, decide, _memberships.RoomsInOrder, whenApplied)
        {
            TellsHimself = tellsHimself,
            WhenRefused = whenRefused,
        };
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

    // All peers are told before the first room goes on, so that for all of them whatever happens next in any room comes after it.
    private void CarryOut(PeerChange change)
    {
        TellPeers(change);
        Apply(change, change.HeldRooms);
    }

    /// <summary>Releases the rooms that stand still.</summary>
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

        // Those who monitor the user without sharing a room. Of quits and nick changes they hear from the directory.
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
