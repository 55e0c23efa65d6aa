using System.Globalization;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>LIST</c>. Source: Modern, LIST; ELIST tokens C, M, N, T and U of RPL_ISUPPORT.</summary>
internal static class ListCommand
{
    /// <summary><c>LIST [room[,room ...]] [condition[,condition ...]]</c>, in any mixture: rooms that meet every condition. A condition
    /// is a room's name or mask (any of them may match), <c>!mask</c>, <c>&gt;n</c> or <c>&lt;n</c> members, <c>C&gt;n</c> or
    /// <c>C&lt;n</c> (created more or less than n minutes ago), <c>T&gt;n</c> or <c>T&lt;n</c> (topic set so).</summary>
    public static void List(Session session, MessageView message)
    {
        string[] conditions = [.. message.List(0), .. message.List(1)];
        session.Ask(session.Neighbours.Rooms, RoomDirectoryActor.GetRooms.Instance, (session, _, answer) =>
        {
            if (answer is RoomDirectoryActor.Rooms(var rooms)) Write(session, rooms, conditions);
        });
    }

    private static void Write(Session session, IEnumerable<RoomSummary> rooms, string[] conditions)
    {
        var now = session.Engine.Now;
        var folded = conditions.Select(session.Engine.CaseMapping.Fold).ToList();
        var names = folded.Where(IsName).ToList();
        var others = folded.Where(condition => !IsName(condition)).ToList();
        var mine = session.RoomIds;
        session.Replies.Numeric(Numerics.RPL_LISTSTART, "Channel");
        LongAnswer.Write(
            session,
            rooms.Where(IsShown),
            static (session, room) => session.Replies.NumericWith(
                Numerics.RPL_LIST, room.Topic, room.Name.Text, room.Members.ToString(CultureInfo.InvariantCulture)),
            end: static session => session.Replies.Numeric(Numerics.RPL_LISTEND));

        bool IsShown(RoomSummary room) =>
            room.Members > 0
            && (!room.IsSecret || mine.Contains(room.Id))
            && (names.Count == 0 || names.Exists(mask => Glob.IsMatch(mask, room.Name.Folded)))
            && others.TrueForAll(condition => Meets(room, condition, now));
    }

    private static bool IsName(string condition) => condition[0] is not ('!' or '<' or '>') && !IsAge(condition);

    private static bool IsAge(string condition) => condition is ['c' or 't', '<' or '>', ..];

    private static bool Meets(RoomSummary room, string condition, DateTimeOffset now) => condition switch
    {
        ['!', .. var mask] => !Glob.IsMatch(mask, room.Name.Folded),
        ['>' or '<', .. var number] => Compare(condition[0], room.Members, number),
        ['c', var sign, .. var minutes] => Compare(sign, (now - room.CreatedAt).TotalMinutes, minutes),
        ['t', var sign, .. var minutes] => room.TopicSetAt is { } setAt && Compare(sign, (now - setAt).TotalMinutes, minutes),
        _ => true,
    };

    // A number that is none sets no condition.
    private static bool Compare(char sign, double value, string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bound)
        || (sign == '>' ? value > bound : value < bound);
}
