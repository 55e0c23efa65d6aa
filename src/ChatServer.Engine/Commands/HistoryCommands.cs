using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>Reading what was said before. Source: IRCv3 draft/chathistory.</summary>
internal static class HistoryCommands
{
    private const string Verb = "CHATHISTORY";

    /// <summary><c>CHATHISTORY subcommand target point [point] limit</c>, or <c>CHATHISTORY TARGETS time time limit</c>.</summary>
    /// <remarks>Who asks without having negotiated it is answered too: the capability promises that no history comes unasked, and here none
    /// does to anybody.</remarks>
    public static void ChatHistory(Session session, MessageView message)
    {
        if (!session.Engine.Settings.History.Enabled)
        {
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, Verb);
            return;
        }

        var (request, problem) = HistoryRequest.Parse(
            message.Rest(0), session.Engine.Settings.History.MaxMessagesPerRequest, session.Dialect.HasFlag(Dialect.EventPlayback));
        if (request is null)
            session.Replies.Fail(Verb, problem!.Code, problem.Text, problem.Context);
        else if (request.Query is HistoryQuery.Between between && request.Target is null)
            ListTargets(session, between);
        else
            Read(session, request.Subcommand, request.Target!, request.Query);
    }

    private static void Read(Session session, string subcommand, string target, HistoryQuery query)
    {
        var me = session.Identity!.Id;
        if (session.TryParseRoom(target, out var room))
        {
            var canonical = session.Rooms.Keys.FirstOrDefault(name => name == room, room).Text;
            session.AskRoom(room, new RoomActor.ReadHistory(me, query), OnRead(subcommand, canonical));
        }
        else if (session.TryParseNick(target, out var nick))
        {
            session.Ask(session.Neighbours.DirectHistory, new DirectHistoryActor.Read(me, nick, query), (session, request, answer) =>
            {
                // Nothing was said: that is an empty answer for a user who is here, and a wrong target otherwise.
                if (answer is Denied(Refusal.NoSuchNick))
                    session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find([nick]), OnFound(subcommand, target));
                else
                    OnRead(subcommand, target)(session, request, answer);
            });
        }
        else
        {
            FailTarget(session, subcommand, target);
        }
    }

    private static AnswerHandler OnRead(string subcommand, string target) => (session, _, answer) =>
    {
        switch (answer)
        {
            case HistoryPage page:
                WritePage(session, target, page);
                break;
            case Denied(Refusal.NoSuchMessage):
                session.Replies.Fail(Verb, "MESSAGE_ERROR", "No message with this id is kept", subcommand, target);
                break;
            case Denied:
                FailTarget(session, subcommand, target);
                break;
        }
    };

    private static AnswerHandler OnFound(string subcommand, string target) => (session, _, answer) =>
    {
        if (answer is UserDirectoryActor.Found { Users.IsEmpty: false })
            WritePage(session, target, new HistoryPage([]));
        else
            FailTarget(session, subcommand, target);
    };

    private static void WritePage(Session session, string target, HistoryPage page)
    {
        var batch = session.Replies.BeginBatch("chathistory", target);
        foreach (var chatEvent in page.Events) batch.AddPast(chatEvent);
        batch.End();
    }

    /// <summary>Asks the rooms one after the other, then the keeper of private talk, and puts together what they say.</summary>
    private static void ListTargets(Session session, HistoryQuery.Between between)
    {
        var me = session.Identity!.Id;
        var targets = new List<(string Name, DateTimeOffset LastSpoken)>();
        foreach (var (name, room) in session.Rooms)
        {
            // A room that has just closed, or fails, is left out.
            session.Ask(
                room.Ref,
                new RoomActor.GetLastSpoken(me),
                (_, _, answer) =>
                {
                    if (answer is LastSpoken { Time: { } time }) targets.Add((name.Text, time));
                },
                onFault: static (_, _, _) => { });
        }

        session.Ask(session.Neighbours.DirectHistory, new DirectHistoryActor.GetPartners(me), (session, _, answer) =>
        {
            if (answer is not DirectHistoryActor.Partners partners) return;
            targets.AddRange(partners.Talks.Select(talk => (talk.Nick.Text, talk.LastSpoken)));
            var batch = session.Replies.BeginBatch("draft/chathistory-targets");
            foreach (var (name, time) in Choose(targets, between)) batch.Add(Verb, "TARGETS", name, WireTime.Format(time));
            batch.End();
        });
    }

    /// <summary>As <see cref="HistoryQuery.Between"/> chooses events, by the time of the last one.</summary>
    private static IEnumerable<(string Name, DateTimeOffset LastSpoken)> Choose(
        List<(string Name, DateTimeOffset LastSpoken)> targets, HistoryQuery.Between between)
    {
        var from = ((HistoryPoint.ByTime)between.From).Time;
        var to = ((HistoryPoint.ByTime)between.To).Time;
        var isForward = from <= to;
        var (start, end) = isForward ? (from, to) : (to, from);
        var chosen = targets.Where(target => target.LastSpoken > start && target.LastSpoken < end).OrderBy(target => target.LastSpoken);
        return isForward ? chosen.Take(between.Limit) : chosen.TakeLast(between.Limit);
    }

    private static void FailTarget(Session session, string subcommand, string target) =>
        session.Replies.Fail(Verb, "INVALID_TARGET", "Messages could not be retrieved", subcommand, target);
}
