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
        if (session.TryParseRoom(asked, out var name))
        {
            session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) =>
            {
                if (answer is RoomActor.Seen(var room))
                    Write(session, MembersSeen(session, room), room.Name.Text, form, asked);
                else
                    WriteEnd(session, asked);
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

    private static void WriteUsers(Session session, IEnumerable<UserIdentity> users, WhoForm form, string asked) =>
        Write(session, users.Select(user => new Member(user, MemberModes.None)), room: "*", form, asked);

    private static IEnumerable<Member> MembersSeen(Session session, RoomState room)
    {
        var asker = session.Identity!.Id;
        if (!room.IsVisibleTo(asker)) return [];
        var isMember = room.Find(asker) is not null;
        return room.Members.Values
            .Where(member => room.Shows(member, asker) && (isMember || !member.Identity.Has(UserModeFlags.Invisible)));
    }

    private static void Write(Session session, IEnumerable<Member> found, string room, WhoForm form, string asked) => LongAnswer.Write(
        session,
        found.Where(member => !form.OperatorsOnly || member.Identity.Has(UserModeFlags.Operator)),
        (session, member) => form.Write(session, member.Identity, room, member.Modes),
        end: session => WriteEnd(session, asked));

    private static void WriteEnd(Session session, string asked) => session.Replies.Numeric(Numerics.RPL_ENDOFWHO, asked);
}
