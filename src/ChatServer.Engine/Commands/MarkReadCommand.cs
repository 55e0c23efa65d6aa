using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>MARKREAD target [timestamp=time]</c>: up to when the user has read a conversation. Nobody else learns of it.</summary>
/// <remarks>Source: IRCv3 draft/read-marker.</remarks>
internal static class MarkReadCommand
{
    private const string Verb = "MARKREAD";
    private const string TimePrefix = "timestamp=";

    /// <summary>Runs the command, for those who negotiated it.</summary>
    public static void MarkRead(Session session, MessageView message)
    {
        var (target, timestamp) = (message.Text(0), message.Text(1));
        if (!session.Dialect.HasFlag(Dialect.ReadMarker))
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, Verb);
        else if (message.Count == 0)
            session.Replies.Fail(Verb, "NEED_MORE_PARAMS", "Missing parameters");
        else if (FoldedTarget(session, target) is not { } folded)
            session.Replies.Fail(Verb, "INVALID_PARAMS", "Nobody can talk there", target);
        else if (message.Count == 1)
            Show(session, target, folded);
        else if (timestamp.StartsWith(TimePrefix, StringComparison.Ordinal)
            && WireTime.TryParse(timestamp[TimePrefix.Length..], out var time))
            Advance(session, target, folded, time);
        else
            session.Replies.Fail(Verb, "INVALID_PARAMS", "Invalid timestamp", target, timestamp);
    }

    /// <summary>Tells up to when the user has read a room, if his client wants to know.</summary>
    public static void ShowAfterJoin(Session session, RoomName room)
    {
        if (session.Dialect.HasFlag(Dialect.ReadMarker)) Show(session, room.Text, room.Folded);
    }

    // Nobody has read yet what is still to come.
    private static void Advance(Session session, string target, string folded, DateTimeOffset time)
    {
        var now = session.Engine.Now;
        session.ReadMarkers.Advance(folded, time < now ? time : now);
        Show(session, target, folded);
    }

    private static void Show(Session session, string target, string folded) =>
        session.Replies.Line((target, time: session.ReadMarkers.Of(folded)), static (ref line, body) =>
        {
            line.Verb(Verb);
            line.Param(body.target);
            line.Param(body.time is { } time ? TimePrefix + WireTime.Format(time) : "*");
        });

    private static string? FoldedTarget(Session session, string target)
    {
        if (session.TryParseRoom(target, out var room))
            return room.Folded;
        return session.TryParseNick(target, out var nick) ? nick.Folded : null;
    }
}
