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
        var limits = session.Engine.Settings.Limits;
        var wanted = message.Text(1);
        if (!session.TryRoom(message.Text(0), out var room)) return;
        if (!RoomName.TryParse(wanted, session.Engine.CaseMapping, limits.RoomNameLength, out var name))
            Fail(session, "CANNOT_RENAME", "This is no name for a channel", room, wanted);
        else if (room.Text == wanted)
            Fail(session, "CANNOT_RENAME", "The channel has this name", room, wanted);
        else
            session.AskRoom(
                room, new RoomActor.GiveName(session.Identity!.Id, name, message.Free(2, limits.KickLength)), OnAnswer(room, wanted));
    }

    private static AnswerHandler OnAnswer(RoomName room, string wanted) => (session, _, answer) =>
    {
        switch (answer)
        {
            case Denied(Refusal.RoomNameInUse):
                Fail(session, "CHANNEL_NAME_IN_USE", "The channel name is already taken", room, wanted);
                break;
            case Denied(Refusal.RenamedTooOften):
                Fail(session, "CANNOT_RENAME", "This channel has been renamed recently", room, wanted);
                break;
            case Denied(var reason):
                Refusals.Write(session.Replies, reason, room: room.Text);
                break;
        }
    };

    private static void Fail(Session session, string code, string text, RoomName room, string wanted) =>
        session.Replies.Standard(StandardReply.Fail(Verb, code, text, room.Text, wanted));
}
