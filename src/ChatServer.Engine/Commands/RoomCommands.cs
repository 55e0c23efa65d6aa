using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>What one does in and to a room, besides joining, speaking and modes. Source: Modern, Channel Operations.</summary>
internal static class RoomCommands
{
    private const int PartReasonBytes = 390;

    /// <summary><c>PART room[,room ...] [:reason]</c>.</summary>
    public static void Part(Session session, MessageView message)
    {
        var reason = message.Free(1, PartReasonBytes);
        foreach (var text in message.List(0))
        {
            if (session.TryRoom(text, out var name)) Part(session, name, reason);
        }
    }

    /// <summary>Leaves one room. By what name, the event says: the room may have got another meanwhile.</summary>
    public static void Part(Session session, RoomName name, WireText reason) =>
        session.AskRoom(name, new RoomActor.Part(session.Identity!.Id, reason), (session, _, answer) =>
        {
            if (answer is Denied(var refusal)) Refusals.Write(session.Replies, refusal, room: name.Text);
        });

    /// <summary><c>TOPIC room [:topic]</c>: without a topic, shows it.</summary>
    public static void Topic(Session session, MessageView message)
    {
        if (!session.TryRoom(message.Text(0), out var name)) return;
        if (message.Count == 1)
        {
            session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) => ShowTopic(session, name, answer));
            return;
        }

        var text = message.Free(1, session.Engine.Settings.Limits.TopicLength);
        session.AskRoom(name, new RoomActor.SetTopic(session.Identity!.Id, text), (session, _, answer) => Report(session, answer, name));
    }

    /// <summary><c>NAMES room[,room ...]</c>: one end for all of them, with the list as it was asked for.</summary>
    public static void Names(Session session, MessageView message)
    {
        var asked = message.Count == 0 ? "*" : message.Text(0);
        var names = new List<RoomName>();
        foreach (var text in message.List(0))
        {
            if (session.TryParseRoom(text, out var name))
                names.Add(name);
        }

        if (names.Count == 0) RoomReplies.WriteEnd(session, asked);
        for (var i = 0; i < names.Count; i++)
        {
            var isLast = i == names.Count - 1;
            session.AskRoom(names[i], RoomActor.GetState.Instance, (session, _, answer) =>
            {
                if (answer is RoomActor.Seen(var room))
                    RoomReplies.WriteMembers(session, room, End);
                else
                    End(session);
            });

            void End(Session session)
            {
                if (isLast) RoomReplies.WriteEnd(session, asked);
            }
        }
    }

    /// <summary><c>KICK room[,room ...] nick[,nick ...] [:reason]</c>: everybody out of one room, or each out of the room in his place;
    /// the reason is the kicker's nick when he gives none. Source: besides, RFC 2812 section 3.2.8.</summary>
    public static void Kick(Session session, MessageView message)
    {
        var (rooms, nicks) = (message.List(0), message.List(1));
        var reason = message.Free(2, session.Engine.Settings.Limits.KickLength);
        if (reason.IsEmpty) reason = WireText.From(session.Identity!.Nick.Text);
        foreach (var (room, nick) in rooms.Length == 1 ? nicks.Select(nick => (rooms[0], nick)) : rooms.Zip(nicks))
            Kick(session, room, nick, reason);
    }

    private static void Kick(Session session, string room, string text, WireText reason)
    {
        if (!session.TryRoom(room, out var name) || !session.TryNick(text, out var nick)) return;
        session.AskRoom(
            name,
            new RoomActor.Kick(session.Identity!.Id, nick, reason),
            (session, _, answer) => Report(session, answer, name, nick.Text));
    }

    private static void ShowTopic(Session session, RoomName name, IAnswer answer)
    {
        if (answer is RoomActor.Seen(var room) && room.IsVisibleTo(session.Identity!.Id))
        {
            if (room.Topic is null)
                session.Replies.Numeric(Numerics.RPL_NOTOPIC, room.Name.Text);
            else
                RoomReplies.WriteTopic(session, room);
        }
        else
        {
            Refusals.Write(session.Replies, Refusal.NoSuchRoom, room: name.Text);
        }
    }

    private static void Report(Session session, IAnswer answer, RoomName room, string? nick = null)
    {
        if (answer is Denied(var reason)) Refusals.Write(session.Replies, reason, room.Text, nick);
    }
}
