using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>WHO</c>. Source: Modern, WHO; IRCv3 whox.</summary>
internal static class WhoCommand
{
    /// <summary><c>WHO [room|mask] [o][%fields[,token]]</c>: a room's members, or the users a mask covers; <c>o</c> keeps operators only,
    /// <c>%</c> chooses what is shown of each.</summary>
    public static void Who(Session session, MessageView message)
    {
        var asked = message.Count == 0 ? "*" : message.Text(0);
        var form = WhoForm.Parse(message.Text(1));
        if (RoomName.TryParse(asked, session.Engine.CaseMapping, session.Engine.Settings.Limits.RoomNameLength, out var name))
        {
            session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) =>
            {
                if (answer is RoomActor.Seen(var room)) WriteRoom(session, room, form);
                session.Replies.Numeric(Numerics.RPL_ENDOFWHO, asked);
            });
            return;
        }

        // "0" is the mask of old for "everybody". Source: RFC 2812 section 3.6.1.
        var mask = asked is "0" ? "*" : asked;

        // A nick in full finds its owner though he is invisible: who knows the nick could as well ask WHOIS. Source: Modern, WHO.
        if (session.TryParseNick(mask, out var nick))
        {
            session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find([nick]), (session, _, answer) =>
            {
                if (answer is UserDirectoryActor.Found { Users: [var owner] })
                    WriteUsers(session, [owner.Identity], form, asked);
                else
                    Search(session, mask, form, asked);
            });
            return;
        }

        Search(session, mask, form, asked);
    }

    private static void Search(Session session, string mask, WhoForm form, string asked) =>
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Search(mask), (session, _, answer) =>
        {
            var found = answer is UserDirectoryActor.Found(var users) ? users.Select(user => user.Identity).ToList() : [];
            Acquaintance.Choose(session, found, visible => WriteUsers(session, visible, form, asked));
        });

    private static void WriteUsers(Session session, IEnumerable<UserIdentity> users, WhoForm form, string asked)
    {
        foreach (var user in users) WriteUser(session, user, "*", MemberModes.None, form);
        session.Replies.Numeric(Numerics.RPL_ENDOFWHO, asked);
    }

    private static void WriteRoom(Session session, RoomState room, WhoForm form)
    {
        var asker = session.Identity!.Id;
        if (!room.IsVisibleTo(asker)) return;
        var isMember = room.Find(asker) is not null;
        foreach (var member in room.Members.Values)
        {
            if (room.Shows(member, asker) && (isMember || !member.Identity.Has(UserModeFlags.Invisible)))
                WriteUser(session, member.Identity, room.Name.Text, member.Modes, form);
        }
    }

    private static void WriteUser(Session session, UserIdentity user, string room, MemberModes modes, WhoForm form)
    {
        if (!form.OperatorsOnly || user.Has(UserModeFlags.Operator)) form.Write(session, user, room, modes);
    }
}
