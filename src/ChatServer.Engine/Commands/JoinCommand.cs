using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>JOIN</c>. Source: Modern, JOIN.</summary>
internal static class JoinCommand
{
    /// <summary><c>JOIN room[,room ...] [key[,key ...]]</c>, or <c>JOIN 0</c>, which leaves all rooms.</summary>
    public static void Join(Session session, MessageView message)
    {
        if (message[0].SequenceEqual("0"u8))
        {
            foreach (var name in session.Rooms.Keys.ToList()) RoomCommands.Part(session, name, WireText.Empty);
            return;
        }

        var keys = message.Text(1).Split(',');
        var index = 0;
        foreach (var text in message.List(0))
        {
            var key = index < keys.Length && keys[index].Length > 0 ? keys[index] : null;
            index++;
            if (session.TryRoom(text, out var name)) session.Ask(session.User, new UserActor.JoinRoom(name, key), OnJoined);
        }
    }

    private static void OnJoined(Session session, IRequest request, IAnswer answer)
    {
        if (answer is RoomActor.Forwarded forwarded)
            Forward(session, ((UserActor.JoinRoom)request).Name, forwarded);
        else
            OnDecided(session, request, answer);
    }

    /// <summary>Joins the other room instead, if it exists: joining a new name would create a room with the user as its operator. He is not
    /// forwarded twice.</summary>
    private static void Forward(Session session, RoomName asked, RoomActor.Forwarded forwarded)
    {
        var (reason, target) = forwarded;
        session.AskRoom(target, RoomActor.GetState.Instance, (session, _, answer) =>
        {
            if (answer is not RoomActor.Seen)
            {
                Refusals.Write(session.Replies, reason, room: asked.Text);
                return;
            }

            session.Replies.Numeric(Numerics.ERR_LINKCHANNEL, asked.Text, target.Text);
            session.Ask(session.User, new UserActor.JoinRoom(target, Key: null), OnDecided);
        });
    }

    private static void OnDecided(Session session, IRequest request, IAnswer answer)
    {
        var asked = ((UserActor.JoinRoom)request).Name.Text;
        switch (answer)
        {
            case RoomActor.Joined joined:
                session.Rooms[joined.Room.Name] = new JoinedRoom(joined.Room.Id, joined.Ref);
                // The user himself need not be told that he is away.
                session.Replies.Event(joined.Event, without: Dialect.AwayNotify);
                // The room may have been renamed meanwhile.
                var isAsAsked = ((UserActor.JoinRoom)request).Name == joined.Room.Name;
                RoomReplies.WriteArrival(session, joined.Room, isAsAsked ? asked : joined.Room.Name.Text);
                break;
            case RoomActor.Forwarded(var reason, _):
                Refusals.Write(session.Replies, reason, room: asked);
                break;
            case Denied(var reason):
                Refusals.Write(session.Replies, reason, room: asked);
                break;
        }
    }
}
