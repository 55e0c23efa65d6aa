using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>RENAME room name [:reason]</c>: a room gets another name, and stays the room it is.</summary>
/// <remarks>The old name is free at once, for a new room. Source: IRCv3 draft/channel-rename.</remarks>
internal static class RenameCommand
{
    private const string Verb = "RENAME";

    public static void Rename(Session session, MessageView message)
    {
        var wanted = message.Text(1);
        if (!session.TryRoom(message.Text(0), out var room)) return;
        if (!session.TryParseRoom(wanted, out var name))
            session.Replies.Fail(Verb, "CANNOT_RENAME", "This is no name for a channel", room.Text, wanted);
        else if (room.Text == wanted)
            session.Replies.Fail(Verb, "CANNOT_RENAME", "The channel has this name", room.Text, wanted);
        else
            Rename(session, room, name, message.Free(2, session.Engine.Settings.Limits.KickLength));
    }

    private static void Rename(Session session, RoomName room, RoomName name, WireText reason) =>
        session.AskRoom(room, new RoomActor.GiveName(session.Identity!.Id, name, reason), OnAnswer(room, name.Text));

    private static AnswerHandler OnAnswer(RoomName room, string wanted) => (session, _, answer) =>
    {
        switch (answer)
        {
            case Denied(Refusal.RoomNameInUse):
                session.Replies.Fail(Verb, "CHANNEL_NAME_IN_USE", "The channel name is already taken", room.Text, wanted);
                break;
            case Denied(Refusal.RenamedTooOften):
                session.Replies.Fail(Verb, "CANNOT_RENAME", "This channel has been renamed recently", room.Text, wanted);
                break;
            case Denied(var reason):
                Refusals.Write(session.Replies, reason, room: room.Text);
                break;
        }
    };
}
