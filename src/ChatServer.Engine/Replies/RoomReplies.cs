using System.Globalization;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>What a client is told about a room that it asks about or has just joined. Source: Modern, NAMES and TOPIC.</summary>
internal static class RoomReplies
{
    /// <summary>How many members are listed before checking whether the client keeps up; with full names, some 40 KB.</summary>
    private const int MembersAtOnce = 1_000;

    /// <summary>What a client is told after its own JOIN.</summary>
    /// <param name="session">Who has joined.</param>
    /// <param name="room">The room with him in it.</param>
    /// <param name="askedAs">The name as the client wrote it.</param>
    /// <param name="mayWait">Whether a slow client gets the members bit by bit; only possible while a command of its own runs.</param>
    public static void WriteArrival(Session session, RoomState room, string askedAs, bool mayWait = true)
    {
        WriteTopic(session, room);
        MarkReadCommand.ShowAfterJoin(session, room.Name);
        if (session.Dialect.HasFlag(Dialect.NoImplicitNames)) return;
        WriteMembers(session, room, end: session => WriteEnd(session, askedAs), mayWait);
    }

    /// <summary>332 and 333, or nothing when there is no topic.</summary>
    public static void WriteTopic(Session session, RoomState room)
    {
        if (room.Topic is not { } topic) return;
        session.Replies.NumericWith(Numerics.RPL_TOPIC, topic.Text, room.Name.Text);
        session.Replies.Numeric(
            Numerics.RPL_TOPICWHOTIME, room.Name.Text, topic.SetBy, topic.SetAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>353, with the members that the asker may see. A client that falls behind gets the rest later, with everybody as he is then:
    /// it has been told of the changes meanwhile.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="room">The room.</param>
    /// <param name="end">Writes what comes after.</param>
    /// <param name="mayWait">Whether the rest may wait; otherwise all of it is written at once.</param>
    public static void WriteMembers(Session session, RoomState room, Action<Session> end, bool mayWait = true)
    {
        var parts = room.Members.Values.Chunk(MembersAtOnce).GetEnumerator();
        var hasMore = parts.MoveNext();
        GoOn(session, room);

        void GoOn(Session session, RoomState now)
        {
            while (hasMore)
            {
                var part = parts.Current;
                WritePart(session, now, ReferenceEquals(now, room) ? part : part.Select(member => now.Find(member.Id)).OfType<Member>());
                hasMore = parts.MoveNext();
                if (!hasMore || !mayWait || !session.FallsBehind()) continue;
                session.WhenTaken(session => session.AskRoom(NameNow(session, now), RoomActor.GetState.Instance, OnSeen));
                return;
            }

            parts.Dispose();
            end(session);
        }

        void OnSeen(Session session, IRequest request, IAnswer answer)
        {
            if (answer is RoomActor.Seen(var now))
                GoOn(session, now);
            else
                end(session);
        }
    }

    /// <summary>366.</summary>
    public static void WriteEnd(Session session, string askedAs) => session.Replies.Numeric(Numerics.RPL_ENDOFNAMES, askedAs);

    // A room that the user is in may have been renamed meanwhile.
    private static RoomName NameNow(Session session, RoomState room) =>
        session.Rooms.FirstOrDefault(joined => joined.Value.Id == room.Id) is { Value.Ref: not null, Key: var name } ? name : room.Name;

    private static void WritePart(Session session, RoomState room, IEnumerable<Member> members)
    {
        var asker = session.Identity!.Id;
        if (!room.IsVisibleTo(asker)) return;
        var isMember = room.Find(asker) is not null;
        var symbol = room.Has(RoomFlags.Secret) ? "@" : "=";
        var names = members
            .Where(member => room.Shows(member, asker) && (isMember || !member.Identity.Has(UserModeFlags.Invisible)))
            .Select(member => member.Modes.Prefixes(session.Dialect.HasFlag(Dialect.MultiPrefix)) + NameOf(session, member));
        session.Replies.NumericList(Numerics.RPL_NAMREPLY, names, separator: " ", symbol, room.Name.Text);
    }

    private static string NameOf(Session session, Member member) =>
        session.Dialect.HasFlag(Dialect.UserhostInNames) ? member.Identity.FullName : member.Identity.Nick.Text;
}
