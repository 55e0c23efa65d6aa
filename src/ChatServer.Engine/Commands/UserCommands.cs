using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>What one says of oneself and asks of others. Source: Modern, User-Based Queries and Optional Messages.</summary>
internal static class UserCommands
{
    private const int UserHostNicks = 5;

    /// <summary><c>AWAY [:reason]</c>: an empty reason means back. Before registration it says how the user will come.</summary>
    public static void Away(Session session, MessageView message)
    {
        var text = message.Free(0, session.Engine.Settings.Limits.AwayLength);
        WireText? reason = text.IsEmpty ? null : text;
        if (!session.IsRegistered)
        {
            session.Registration.Away = reason;
            Confirm(session, reason);
            return;
        }

        session.Ask(session.User, new UserActor.SetAway(reason), static (session, _, answer) =>
        {
            if (answer is not UserActor.Updated updated) return;
            session.Identity = updated.Identity;
            Confirm(session, updated.Identity.Away);
        });

        static void Confirm(Session session, WireText? reason) =>
            session.Replies.Numeric(reason is null ? Numerics.RPL_UNAWAY : Numerics.RPL_NOWAWAY);
    }

    /// <summary><c>SETNAME :real name</c>. Source: IRCv3 setname.</summary>
    public static void SetName(Session session, MessageView message)
    {
        if (message[0].Length > session.Engine.Settings.Limits.RealNameLength || message[0].IsEmpty)
        {
            session.Replies.Fail("SETNAME", "INVALID_REALNAME", "Real name is empty or too long");
            return;
        }

        session.Ask(session.User, new UserActor.SetRealName(WireText.Copy(message[0])), static (session, _, answer) =>
        {
            if (answer is UserActor.Updated updated) session.Identity = updated.Identity;
        });
    }

    /// <summary><c>ISON nick [nick ...]</c>.</summary>
    public static void IsOn(Session session, MessageView message) =>
        Find(session, Nicks(session, message, most: int.MaxValue), static (session, users) =>
            WriteWords(session, Numerics.RPL_ISON, users.Select(user => user.Identity.Nick.Text)));

    /// <summary><c>USERHOST nick [nick ...]</c>: <c>nick*=+user@host</c>, with <c>*</c> for an operator and <c>-</c> for one who is
    /// away.</summary>
    public static void UserHost(Session session, MessageView message) =>
        Find(session, Nicks(session, message, UserHostNicks), static (session, users) =>
            WriteWords(session, Numerics.RPL_USERHOST, users.Select(user => Describe(user.Identity))));

    /// <summary><c>WHOIS [server] nick</c>.</summary>
    public static void Whois(Session session, MessageView message)
    {
        var text = message.Text(message.Count > 1 ? 1 : 0);
        if (!session.TryParseNick(text, out var nick))
        {
            WriteNobody(session, text);
            return;
        }

        session.AskUser(nick, new UserActor.GetWhois(session.Identity!.Id, session.RoomIds), (session, _, answer) =>
        {
            if (answer is Whois whois)
                WriteWhois(session, whois, text);
            else
                WriteNobody(session, text);
        });
    }

    /// <summary><c>WHOWAS nick [count]</c>: newest first; no count, or none above zero, means all.</summary>
    public static void Whowas(Session session, MessageView message)
    {
        var text = message.Text(0);
        var most = int.TryParse(message.Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : int.MaxValue;
        if (!session.TryParseNick(text, out var nick))
        {
            session.Replies.Numeric(Numerics.ERR_WASNOSUCHNICK, text);
            session.Replies.Numeric(Numerics.RPL_ENDOFWHOWAS, text);
            return;
        }

        session.Ask(session.Neighbours.Users, new UserDirectoryActor.GetWhowas(nick), (session, _, answer) =>
        {
            if (answer is not UserDirectoryActor.Whowas(var entries)) return;
            if (entries.IsEmpty) session.Replies.Numeric(Numerics.ERR_WASNOSUCHNICK, text);
            foreach (var (who, until) in entries.Take(most))
            {
                session.Replies.NumericWith(Numerics.RPL_WHOWASUSER, who.RealName, who.Nick.Text, who.UserName, who.Host, "*");
                session.Replies.NumericWith(
                    Numerics.RPL_WHOISSERVER, ServerCommands.Readable(until), who.Nick.Text, session.Engine.Settings.Server.Name);
            }

            session.Replies.Numeric(Numerics.RPL_ENDOFWHOWAS, text);
        });
    }

    private static void WriteWhois(Session session, Whois whois, string asked)
    {
        var (who, memberships, idle) = whois;
        var replies = session.Replies;
        var nick = who.Nick.Text;
        var server = session.Engine.Settings.Server;
        replies.NumericWith(Numerics.RPL_WHOISUSER, who.RealName, nick, who.UserName, who.Host, "*");
        replies.NumericList(
            Numerics.RPL_WHOISCHANNELS,
            memberships.Select(room => room.Modes.Prefixes(session.Dialect.HasFlag(Dialect.MultiPrefix)) + room.Name.Text),
            separator: " ",
            nick);
        replies.NumericWith(Numerics.RPL_WHOISSERVER, server.Description, nick, server.Name);
        if (who.OperatorTitle is { } title) replies.NumericWith(Numerics.RPL_WHOISOPERATOR, title, nick);
        if (who.Has(UserModeFlags.Bot)) replies.Numeric(Numerics.RPL_WHOISBOT, nick);
        if (who.Id == session.Identity!.Id || session.Identity.Has(UserModeFlags.Operator))
        {
            var origin = $"{who.UserName}@{who.OriginalHost ?? who.Host}";
            replies.NumericWith(Numerics.RPL_WHOISMODES, $"is using modes {UserModeRules.Describe(who.Modes)}", nick);
            replies.NumericWith(Numerics.RPL_WHOISHOST, $"is connecting from {origin} {who.Address}", nick);
            replies.Numeric(Numerics.RPL_WHOISACTUALLY, nick, origin, Peer.HostOf(who.Address));
        }

        if (who.IsSecure) replies.Numeric(Numerics.RPL_WHOISSECURE, nick);
        if (who.Away is { } away) replies.NumericWith(Numerics.RPL_AWAY, away, nick);
        replies.Numeric(
            Numerics.RPL_WHOISIDLE,
            nick,
            ((long)idle.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            who.SignedOn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        replies.Numeric(Numerics.RPL_ENDOFWHOIS, asked);
    }

    private static void WriteNobody(Session session, string asked)
    {
        Refusals.Write(session.Replies, Refusal.NoSuchNick, nick: asked);
        session.Replies.Numeric(Numerics.RPL_ENDOFWHOIS, asked);
    }

    private static string Describe(UserIdentity user)
    {
        var isOperator = user.Has(UserModeFlags.Operator) ? "*" : "";
        var presence = user.Away is null ? '+' : '-';
        return $"{user.Nick.Text}{isOperator}={presence}{user.UserName}@{user.Host}";
    }

    // Who asks for nobody who is here gets an answer all the same; one that is too long for a line goes on in the next.
    private static void WriteWords(Session session, Numeric numeric, IEnumerable<string> words) =>
        session.Replies.NumericList(numeric, words.DefaultIfEmpty(""));

    private static ImmutableArray<Nickname> Nicks(Session session, MessageView message, int most)
    {
        var nicks = ImmutableArray.CreateBuilder<Nickname>();
        for (var i = 0; i < message.Count; i++)
        {
            foreach (var text in message.Text(i).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (nicks.Count < most && session.TryParseNick(text, out var nick)) nicks.Add(nick);
            }
        }

        return nicks.ToImmutable();
    }

    private static void Find(Session session, ImmutableArray<Nickname> nicks, Action<Session, ImmutableArray<UserEntry>> show) =>
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find(nicks), (session, _, answer) =>
        {
            if (answer is UserDirectoryActor.Found(var users)) show(session, users);
        });
}
