using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>REDACT target id [:reason]</c>: takes back what was said.</summary>
/// <remarks>Only messages still in the history can be taken back: nothing else knows who sent them. Source: IRCv3
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

        var target = message.Text(0);
        var id = message.Text(1);
        var reason = message.Free(2, session.Engine.Settings.Limits.KickLength);
        var (who, what) = (session.Identity!, MessageId.Read(id));
        var onAnswer = OnAnswer(target, id);
        if (session.TryParseRoom(target, out var room))
            session.AskRoom(room, new RoomActor.Redact(who, what, reason), onAnswer);
        else if (session.TryParseNick(target, out var nick))
            session.Ask(session.Neighbours.DirectHistory, new DirectHistoryActor.Redact(who, nick, what, reason), onAnswer);
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
                session.Replies.Fail(Verb, "UNKNOWN_MSGID", "This message does not exist or is too old", target, id);
                break;
            case Denied(Refusal.NotAllowedToRedact):
                session.Replies.Fail(Verb, "REDACT_FORBIDDEN", "You are not authorised to delete this message", target, id);
                break;
            case Denied:
                FailTarget(session, target);
                break;
        }
    };

    private static void FailTarget(Session session, string target) =>
        session.Replies.Fail(Verb, "INVALID_TARGET", "You cannot delete messages from there", target);
}
