using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>REDACT target id [:reason]</c>: takes back what was said.</summary>
/// <remarks>Only what history still keeps can be taken back, since nothing else says who said it. Source: IRCv3
/// draft/message-redaction.</remarks>
internal static class RedactCommand
{
    private const string Verb = "REDACT";

    /// <summary>Runs the command, for those who negotiated it.</summary>
    public static void Redact(Session session, MessageView message)
    {
        if (!session.Dialect.HasFlag(Dialect.MessageRedaction))
        {
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, Verb);
            return;
        }

        var limits = session.Engine.Settings.Limits;
        var target = message.Text(0);
        var id = message.Text(1);
        var reason = message.Free(2, limits.KickLength);
        if (RoomName.TryParse(target, session.Engine.CaseMapping, limits.RoomNameLength, out var room))
            session.AskRoom(room, new RoomActor.Redact(session.Identity!, id, reason), OnAnswer(target, id));
        else if (session.TryParseNick(target, out var nick))
            session.Ask(
                session.Neighbours.DirectHistory, new DirectHistoryActor.Redact(session.Identity!, nick, id, reason), OnAnswer(target, id));
        else
            FailTarget(session, target);
    }

    private static AnswerHandler OnAnswer(string target, string id) => (session, _, answer) =>
    {
        switch (answer)
        {
            case Heard heard:
                if (session.Dialect.HasFlag(Dialect.EchoMessage)) session.Replies.Event(heard.Event);
                break;
            case Denied(Refusal.NoSuchMessage):
                Fail(session, "UNKNOWN_MSGID", "This message does not exist or is too old", target, id);
                break;
            case Denied(Refusal.NotAllowedToRedact):
                Fail(session, "REDACT_FORBIDDEN", "You are not authorised to delete this message", target, id);
                break;
            case Denied:
                FailTarget(session, target);
                break;
        }
    };

    private static void FailTarget(Session session, string target) =>
        Fail(session, "INVALID_TARGET", "You cannot delete messages from there", target);

    private static void Fail(Session session, string code, string text, params ReadOnlySpan<string> context) =>
        session.Replies.Standard(StandardReply.Fail(Verb, code, text, [.. context]));
}
