using ChatServer.Domain;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>Which rooms the user is in, and how he comes into another.</content>
public sealed partial class UserActor
{
    private readonly Memberships _memberships = new();

    // The room that he last asked to join, until it has decided. He may become a member at any moment, or be one already.
    private RoomName? _joining;

    private void OnJoinRoom(JoinRoom join)
    {
        var most = _engine.Settings.Limits.RoomsPerUser;
        if (most > 0 && _memberships.Count >= most)
        {
            // A room of his own is not asked: it may have been renamed without his knowing yet, and another room may have its old name.
            Sender.Tell(_memberships.Contains(join.Name) ? Done.Instance : new Denied(Refusal.TooManyRooms));
            return;
        }

        _joining = join.Name;
        var asked = new RoomActor.Join(_identity, Self, _connection, join.Key, [.. _memberships.OpenRooms]);
        _roomDirectory.Forward(new RoomDirectoryActor.Enter(join.Name, asked));
    }

    private void OnMembershipChanged(MembershipChanged changed)
    {
        _memberships.Set(changed.Membership, changed.Room);
        if (changed.Membership.Name == _joining) _joining = null;
    }

    private void OnMembershipEnded(MembershipEnded ended) => _memberships.Remove(ended.Room);

    /// <summary>Goes on once the room that he asked to join has decided: a change that did not reach that room would leave it with a
    /// member as he was before, or who is gone. The question takes the same way as his join, so its answer comes after the
    /// decision.</summary>
    private void WhenNotJoining(Action next)
    {
        if (_joining is not { } room)
        {
            next();
            return;
        }

        _roomDirectory.Tell(new RoomDirectoryActor.Route(room, RoomActor.GetState.Instance));
        Become(message => AwaitingJoin(message, next));
    }

    private bool AwaitingJoin(object message, Action whenDecided)
    {
        if (HandledInEveryState(message)) return true;
        if (message is IAnswer)
        {
            _joining = null;
            BecomePresent();
            whenDecided();
        }
        else
        {
            Stash.Stash();
        }

        return true;
    }
}
