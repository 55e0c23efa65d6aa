using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>INVITE</c>. Source: Modern, INVITE; RPL_INVITELIST.</summary>
internal static class InviteCommand
{
    /// <summary><c>INVITE nick room</c>; without parameters, the rooms that one is invited to.</summary>
    public static void Invite(Session session, MessageView message)
    {
        if (message.Count == 0)
            ShowInvitations(session);
        else if (message.Count == 1)
            session.Replies.Numeric(Numerics.ERR_NEEDMOREPARAMS, session.RunningVerb);
        else if (session.TryNick(message.Text(0), out var nick) && session.TryRoom(message.Text(1), out var name))
            Invite(session, nick, name);
    }

    private static void Invite(Session session, Nickname nick, RoomName name) =>
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find([nick]), (session, _, answer) =>
        {
            if (answer is UserDirectoryActor.Found { Users: [var target] })
                Invite(session, target, name);
            else
                Refusals.Write(session.Replies, Refusal.NoSuchNick, nick: nick.Text);
        });

    private static void Invite(Session session, UserEntry target, RoomName name)
    {
        var nick = target.Identity.Nick.Text;
        var invite = new RoomActor.Invite(session.Identity!.Id, target.Identity, target.User, target.Connection);
        session.AskRoom(name, invite, (session, _, answer) =>
        {
            if (answer is Denied(var reason))
            {
                Refusals.Write(session.Replies, reason, name.Text, nick);
                return;
            }

            session.Replies.Numeric(Numerics.RPL_INVITING, nick, name.Text);
            if (target.Identity.Away is { } away) session.Replies.NumericWith(Numerics.RPL_AWAY, away, nick);
        });
    }

    // Whether an invitation still stands, the room knows: it may have been used, or gone with the room.
    private static void ShowInvitations(Session session)
    {
        var invitations = session.Invitations.All;
        if (invitations.IsEmpty) session.Replies.Numeric(Numerics.RPL_ENDOFINVITELIST);
        foreach (var name in invitations)
        {
            session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) =>
            {
                if (answer is RoomActor.Seen(var room) && room.Invited.Contains(session.Identity!.Id))
                    session.Replies.Numeric(Numerics.RPL_INVITELIST, room.Name.Text);
                else
                    session.Invitations.Remove(name);
                if (name == invitations[^1]) session.Replies.Numeric(Numerics.RPL_ENDOFINVITELIST);
            });
        }
    }
}
