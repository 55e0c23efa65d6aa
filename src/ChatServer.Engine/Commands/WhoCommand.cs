using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>WHO</c>. Source: Modern, WHO.</summary>
internal static class WhoCommand
{
    /// <summary><c>WHO [room|mask] [o]</c>: a room's members, or the users a mask covers; <c>o</c> keeps operators only.</summary>
    public static void Who(Session session, MessageView message)
    {
        var asked = message.Count == 0 ? "*" : message.Text(0);
        var operatorsOnly = message[1].SequenceEqual("o"u8);
        if (RoomName.TryParse(asked, session.Engine.CaseMapping, session.Engine.Settings.Limits.RoomNameLength, out var name))
        {
            session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) =>
            {
                if (answer is RoomActor.Seen(var room)) WriteRoom(session, room, operatorsOnly);
                session.Replies.Numeric(Numerics.RPL_ENDOFWHO, asked);
            });
            return;
        }

        // "0" is the mask of old for "everybody". Source: RFC 2812 section 3.6.1.
        var mask = asked is "0" ? "*" : asked;
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Search(mask, session.Identity!.Id), (session, _, answer) =>
        {
            if (answer is UserDirectoryActor.Found(var users))
            {
                foreach (var user in users)
                    WriteUser(session, user.Identity, "*", MemberModes.None, operatorsOnly);
            }

            session.Replies.Numeric(Numerics.RPL_ENDOFWHO, asked);
        });
    }

    private static void WriteRoom(Session session, RoomState room, bool operatorsOnly)
    {
        var asker = session.Identity!.Id;
        if (!room.IsVisibleTo(asker)) return;
        var isMember = room.Find(asker) is not null;
        foreach (var member in room.Members.Values)
        {
            if (isMember || !member.Identity.Has(UserModeFlags.Invisible))
                WriteUser(session, member.Identity, room.Name.Text, member.Modes, operatorsOnly);
        }
    }

    private static void WriteUser(Session session, UserIdentity user, string room, MemberModes modes, bool operatorsOnly)
    {
        var isOperator = user.Has(UserModeFlags.Operator);
        if (operatorsOnly && !isOperator) return;
        var presence = user.Away is null ? "H" : "G";
        var prefixes = modes.Prefixes(session.Dialect.HasFlag(Dialect.MultiPrefix));
        session.Replies.NumericWith(
            Numerics.RPL_WHOREPLY,
            $"0 {user.RealName}",
            room,
            user.UserName,
            user.Host,
            session.Engine.Settings.Server.Name,
            user.Nick.Text,
            $"{presence}{(isOperator ? "*" : "")}{prefixes}");
    }
}
