using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>KNOCK</c>. Source: ratbox, doc/technical.</summary>
internal static class KnockCommand
{
    /// <summary><c>KNOCK room [:text]</c>: asks for an invitation; 711, or 712, 713, 714.</summary>
    public static void Knock(Session session, MessageView message)
    {
        if (!session.TryRoom(message.Text(0), out var name)) return;
        var text = message.Free(1, session.Engine.Settings.Limits.KickLength);
        session.AskRoom(name, new RoomActor.Knock(session.Identity!, text), (session, _, answer) =>
        {
            if (answer is Denied(var reason))
                Refusals.Write(session.Replies, reason, room: name.Text);
            else
                session.Replies.Numeric(Numerics.RPL_KNOCKDLVR, name.Text);
        });
    }

    /// <summary>710: somebody knocks at one of the user's rooms.</summary>
    public static void Show(ReplyWriter replies, RoomActor.Knocked knocked)
    {
        var text = knocked.Text.IsEmpty ? Numerics.RPL_KNOCK.Text : $"has asked for an invite: {knocked.Text}";
        replies.NumericWith(Numerics.RPL_KNOCK, text, knocked.Room.Text, knocked.Who.FullName);
    }
}
