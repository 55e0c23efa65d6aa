using System.Globalization;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>What is said of a room to those who ask, or have just joined. Source: Modern, NAMES and TOPIC.</summary>
internal static class RoomReplies
{
    /// <summary>What one is told after one's own JOIN.</summary>
    /// <param name="session">Who has joined.</param>
    /// <param name="room">The room with him in it.</param>
    /// <param name="askedAs">The name as the client wrote it.</param>
    public static void WriteArrival(Session session, RoomState room, string askedAs)
    {
        WriteTopic(session, room);
        MarkReadCommand.ShowAfterJoin(session, room.Name);
        if (!session.Dialect.HasFlag(Dialect.NoImplicitNames)) WriteNames(session, room, askedAs);
    }

    /// <summary>332 and 333, or nothing when there is no topic.</summary>
    public static void WriteTopic(Session session, RoomState room)
    {
        if (room.Topic is not { } topic) return;
        session.Replies.NumericWith(Numerics.RPL_TOPIC, topic.Text, room.Name.Text);
        session.Replies.Numeric(
            Numerics.RPL_TOPICWHOTIME, room.Name.Text, topic.SetBy, topic.SetAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>353 as far as the asker may see, and 366.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="room">The room.</param>
    /// <param name="askedAs">The name as the client wrote it.</param>
    public static void WriteNames(Session session, RoomState room, string askedAs)
    {
        WriteMembers(session, room);
        session.Replies.Numeric(Numerics.RPL_ENDOFNAMES, askedAs);
    }

    /// <summary>353 as far as the asker may see.</summary>
    public static void WriteMembers(Session session, RoomState room)
    {
        var asker = session.Identity!.Id;
        if (!room.IsVisibleTo(asker)) return;
        var isMember = room.Find(asker) is not null;
        var symbol = room.Has(RoomFlags.Secret) ? "@" : "=";
        var names = room.Members.Values
            .Where(member => room.Shows(member, asker) && (isMember || !member.Identity.Has(UserModeFlags.Invisible)))
            .Select(member => member.Modes.Prefixes(session.Dialect.HasFlag(Dialect.MultiPrefix)) + NameOf(session, member));
        session.Replies.NumericList(Numerics.RPL_NAMREPLY, names, separator: " ", symbol, room.Name.Text);
    }

    private static string NameOf(Session session, Member member) =>
        session.Dialect.HasFlag(Dialect.UserhostInNames) ? member.Identity.FullName : member.Identity.Nick.Text;
}
