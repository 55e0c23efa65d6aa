using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
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

    /// <summary>Leaves one room.</summary>
    public static void Part(Session session, RoomName name, WireText reason) =>
        session.AskRoom(name, new RoomActor.Part(session.Identity!.Id, reason), (session, _, answer) =>
        {
            if (answer is Denied(var refusal))
                Refusals.Write(session.Replies, refusal, room: name.Text);
            else
                session.Rooms.Remove(name);
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

    /// <summary><c>NAMES room[,room ...]</c>.</summary>
    public static void Names(Session session, MessageView message)
    {
        var asked = message.List(0);
        if (asked.Length == 0) session.Replies.Numeric(Numerics.RPL_ENDOFNAMES, "*");
        foreach (var text in asked)
        {
            if (!RoomName.TryParse(text, session.Engine.CaseMapping, session.Engine.Settings.Limits.RoomNameLength, out var name))
            {
                session.Replies.Numeric(Numerics.RPL_ENDOFNAMES, text);
                continue;
            }

            session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) =>
            {
                if (answer is RoomActor.Seen(var room))
                    RoomReplies.WriteNames(session, room, text);
                else
                    session.Replies.Numeric(Numerics.RPL_ENDOFNAMES, text);
            });
        }
    }

    /// <summary><c>KICK room nick[,nick ...] [:reason]</c>; the reason is the kicker's nick when he gives none.</summary>
    public static void Kick(Session session, MessageView message)
    {
        if (!session.TryRoom(message.Text(0), out var name)) return;
        var reason = message.Free(2, session.Engine.Settings.Limits.KickLength);
        if (reason.IsEmpty) reason = WireText.From(session.Identity!.Nick.Text);
        foreach (var text in message.List(1))
        {
            if (!session.TryNick(text, out var nick)) continue;
            session.AskRoom(
                name,
                new RoomActor.Kick(session.Identity!.Id, nick, reason),
                (session, _, answer) => Report(session, answer, name, nick.Text));
        }
    }

    /// <summary><c>INVITE nick room</c>.</summary>
    public static void Invite(Session session, MessageView message)
    {
        if (!session.TryNick(message.Text(0), out var nick) || !session.TryRoom(message.Text(1), out var name)) return;
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find([nick]), (session, _, answer) =>
        {
            if (answer is UserDirectoryActor.Found { Users: [var target] })
                Invite(session, target, name);
            else
                Refusals.Write(session.Replies, Refusal.NoSuchNick, nick: nick.Text);
        });
    }

    private static void Invite(Session session, UserEntry target, RoomName name)
    {
        var nick = target.Identity.Nick.Text;
        var invite = new RoomActor.Invite(session.Identity!.Id, target.Identity, target.Connection);
        session.AskRoom(name, invite, (session, _, answer) =>
        {
            if (answer is Denied(var reason))
            {
                Refusals.Write(session.Replies, reason, name.Text, nick);
                return;
            }

            session.Replies.Numeric(Numerics.RPL_INVITING, nick, name.Text);
            if (target.Identity.Away is { } away) session.Replies.NumericWith(Numerics.RPL_AWAY, away, nick);
        });
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
