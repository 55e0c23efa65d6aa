using ChatServer.Domain.Events;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>Becoming an operator of the server, and what operators do to users. Source: Modern, Operator Messages.</summary>
internal static class OperatorCommands
{
    /// <summary><c>OPER name password</c>.</summary>
    public static void Oper(Session session, MessageView message)
    {
        var enter = new OperatorGateActor.Enter(message.Text(0), message.Text(1), session.Address);
        session.Ask(session.Neighbours.Gate, enter, static (session, _, answer) =>
        {
            switch (answer)
            {
                case OperatorGateActor.Granted(var granted):
                    session.Privileges = granted.Privileges;
                    session.Ask(session.User, new UserActor.MakeOperator(granted.Title), OnOperator);
                    break;
                case OperatorGateActor.Refused(GateRefusal.NoOperators):
                    session.Replies.Numeric(Numerics.ERR_NOOPERHOST);
                    break;
                case OperatorGateActor.Refused(GateRefusal.TooManyGuesses):
                    session.Replies.Numeric(Numerics.RPL_TRYAGAIN, session.RunningVerb);
                    break;
                default:
                    session.Replies.Numeric(Numerics.ERR_PASSWDMISMATCH);
                    break;
            }
        });
    }

    /// <summary><c>KILL nick [:comment]</c>.</summary>
    public static void Kill(Session session, MessageView message)
    {
        var text = message.Text(0);
        if (session.Engine.CaseMapping.Fold(text) == session.Engine.CaseMapping.Fold(session.Engine.Settings.Server.Name))
        {
            session.Replies.Numeric(Numerics.ERR_CANTKILLSERVER);
            return;
        }

        if (!session.TryNick(text, out var nick)) return;
        var comment = message.Free(1, session.Engine.Settings.Limits.KickLength);
        if (comment.IsEmpty) comment = WireText.From("No reason given");
        session.AskUser(nick, new UserActor.Kill(session.Identity!, comment), (session, _, answer) =>
        {
            if (answer is Denied(var reason)) Refusals.Write(session.Replies, reason, nick: text);
        });
    }

    /// <summary><c>WALLOPS :text</c>.</summary>
    public static void Wallops(Session session, MessageView message)
    {
        if (message[0].IsEmpty)
        {
            session.Replies.Numeric(Numerics.ERR_NEEDMOREPARAMS, session.RunningVerb);
            return;
        }

        var wallops = new UserDirectoryActor.Wallops(session.Identity!, WireText.Copy(message[0]));
        session.Ask(session.Neighbours.Users, wallops, static (_, _, _) => { });
    }

    /// <summary><c>CHGHOST nick host</c>: gives a user another host in the eyes of others.</summary>
    public static void ChangeHost(Session session, MessageView message)
    {
        var (text, host) = (message.Text(0), message.Text(1));
        if (!session.TryNick(text, out var nick)) return;
        if (host.Length > session.Engine.Settings.Limits.HostLength || !HostName.CanBeShown(host))
        {
            session.Replies.Fail("CHGHOST", "INVALID_HOST", "This can't be shown as a host");
            return;
        }

        session.AskUser(nick, new UserActor.ChangeHost(host), (session, _, answer) =>
        {
            if (answer is Denied(var reason)) Refusals.Write(session.Replies, reason, nick: text);
        });
    }

    /// <summary>A message to <c>$mask</c>, which goes to all users of the servers that the mask covers: here to all users, or to none.
    /// Source: RFC 2812 section 3.3.1.</summary>
    public static void Broadcast(Session session, UserDirectoryActor.Broadcast broadcast, AnswerHandler onHeard)
    {
        var mask = broadcast.Target.TrimStart('$');
        var mapping = session.Engine.CaseMapping;
        var isSilent = broadcast.Kind == MessageKind.Notice;
        if (!session.May(OperatorPrivilege.Broadcast))
        {
            if (!isSilent && session.IsOperator)
                session.Refuse(Numerics.ERR_NOPRIVS, nameof(OperatorPrivilege.Broadcast));
            else if (!isSilent)
                session.Refuse(Numerics.ERR_NOPRIVILEGES);
        }
        else if (!Glob.IsMatch(mapping.Fold(mask), session.Engine.Settings.Server.Name, mapping))
        {
            if (!isSilent) session.Refuse(Numerics.ERR_NOSUCHNICK, broadcast.Target);
        }
        else
        {
            session.Ask(session.Neighbours.Users, broadcast, onHeard);
        }
    }

    private static void OnOperator(Session session, IRequest request, IAnswer answer)
    {
        if (answer is not UserActor.Updated updated) return;
        session.Identity = updated.Identity;
        session.Replies.Numeric(Numerics.RPL_YOUREOPER);
    }
}
