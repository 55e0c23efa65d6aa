using ChatServer.Domain.Events;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <content>What a client sees of a room's new name. Source: IRCv3 draft/channel-rename.</content>
public sealed partial class ConnectionActor
{
    private void OnNameChanged(RoomActor.NameChanged changed)
    {
        var renamed = (RoomRenamed)changed.Event.Event;
        _session.Rooms.Remove(renamed.Room);
        _session.ReadMarkers.Rename(renamed.Room.Folded, renamed.Name.Folded);
        _session.Rooms[renamed.Name] = new JoinedRoom(changed.Room.Id, changed.Ref);
        if (IsDoneByRunningCommand(renamed))
            Show();
        else
            _session.Replies.Unasked(_ => Show());
        CloseIfTooSlow();

        void Show()
        {
            if (_session.Dialect.HasFlag(Dialect.ChannelRename))
                _session.Replies.Event(changed.Event);
            else if (!renamed.IsRespelt)
                WriteMove(renamed, changed);
        }
    }

    /// <summary>As if the user had left one room and joined another.</summary>
    private void WriteMove(RoomRenamed renamed, RoomActor.NameChanged changed)
    {
        var (stamp, self) = (renamed.Stamp, _session.Identity!);
        _session.Replies.Event(new Delivery(new UserParted(stamp, self, renamed.Room, renamed.Reason)));
        _session.Replies.Event(new Delivery(new UserJoined(stamp, self, renamed.Name)), without: Dialect.AwayNotify);
        RoomReplies.WriteArrival(_session, changed.Room, renamed.Name.Text, mayWait: false);
    }
}
