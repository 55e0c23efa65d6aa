using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>ACCEPT</c>: whom a user with mode <c>g</c> hears. Source: Hybrid, ratbox, InspIRCd.</summary>
internal static class AcceptCommand
{
    /// <summary><c>ACCEPT nick[,-nick ...]</c> accepts nicks, or with a minus drops them; <c>ACCEPT</c> or <c>ACCEPT *</c> lists
    /// them.</summary>
    public static void Accept(Session session, MessageView message)
    {
        var wish = message.List(0);
        if (wish is [] or ["*"])
        {
            session.Ask(session.User, UserActor.GetAccepted.Instance, static (session, _, answer) =>
            {
                if (answer is not UserActor.Accepted(var nicks)) return;
                session.Replies.NumericList(Numerics.RPL_ACCEPTLIST, nicks.Select(nick => nick.Text));
                session.Replies.Numeric(Numerics.RPL_ENDOFACCEPT);
            });
            return;
        }

        var (add, remove) = (ImmutableArray.CreateBuilder<Nickname>(), ImmutableArray.CreateBuilder<Nickname>());
        foreach (var text in wish)
        {
            if (session.TryNick(text.TrimStart('-'), out var nick)) (text[0] == '-' ? remove : add).Add(nick);
        }

        Change(session, add.ToImmutable(), remove.ToImmutable());
    }

    /// <summary>718: somebody who is not accepted speaks to the user.</summary>
    public static void Show(ReplyWriter replies, UserIdentity who) =>
        replies.Numeric(Numerics.RPL_UMODEGMSG, who.Nick.Text, $"{who.UserName}@{who.Host}");

    private static void Change(Session session, ImmutableArray<Nickname> add, ImmutableArray<Nickname> remove) =>
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find(add), (session, _, answer) =>
        {
            if (answer is not UserDirectoryActor.Found(var users)) return;
            var here = users.Select(user => user.Identity.Nick).ToHashSet();
            foreach (var nick in add.Where(nick => !here.Contains(nick))) session.Replies.Numeric(Numerics.ERR_NOSUCHNICK, nick.Text);
            var change = new UserActor.ChangeAccepted([.. users.Select(user => user.Identity)], remove);
            session.Ask(session.User, change, static (session, _, answer) =>
            {
                if (answer is UserActor.AcceptChanged changed) WriteChange(session.Replies, changed);
            });
        });

    private static void WriteChange(ReplyWriter replies, UserActor.AcceptChanged changed)
    {
        foreach (var nick in changed.Already) replies.Numeric(Numerics.ERR_ACCEPTEXIST, nick.Text);
        foreach (var nick in changed.Absent) replies.Numeric(Numerics.ERR_ACCEPTNOT, nick.Text);
        if (changed.IsFull) replies.Numeric(Numerics.ERR_ACCEPTFULL);
    }
}
