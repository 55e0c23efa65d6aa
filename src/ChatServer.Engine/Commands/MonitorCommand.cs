using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>MONITOR</c>: to be told when nicks come and go. Source: IRCv3 monitor.</summary>
internal static class MonitorCommand
{
    /// <summary>How many nicks one refusal names: even of the greatest length that can be configured, so many fit a line.</summary>
    private const int RefusedAtOnce = 4;

    /// <summary><c>MONITOR + nick[,nick ...]</c>, <c>- nick[,nick ...]</c>, <c>C</c> (clear), <c>L</c> (list) or <c>S</c>
    /// (status).</summary>
    public static void Monitor(Session session, MessageView message)
    {
        switch (message.Text(0))
        {
            case "+" or "-" when message.Count < 2:
                session.Replies.Numeric(Numerics.ERR_NEEDMOREPARAMS, "MONITOR");
                break;
            case "+":
                Add(session, message.List(1));
                break;
            case "-":
                Remove(session, Parse(session, message.List(1)));
                break;
            case "C" or "c":
                Remove(session, [.. session.Monitored]);
                break;
            case "L" or "l":
                session.Replies.NumericList(Numerics.RPL_MONLIST, session.Monitored.Select(nick => nick.Text), separator: ",");
                session.Replies.Numeric(Numerics.RPL_ENDOFMONLIST);
                break;
            case "S" or "s":
                ShowStatus(session, [.. session.Monitored]);
                break;
            default:
                session.Replies.NumericWith(Numerics.ERR_UNKNOWNERROR, "Unknown subcommand", "MONITOR");
                break;
        }
    }

    // Nicks beyond the limit are refused; those before it are added.
    private static void Add(Session session, string[] wish)
    {
        var most = session.Engine.Settings.Limits.MonitorEntries;
        var added = new List<Nickname>();
        var refused = new List<string>();
        foreach (var nick in Parse(session, wish))
        {
            if (session.Monitored.Contains(nick)) added.Add(nick);
            else if (session.Monitored.Count >= most) refused.Add(nick.Text);
            else if (session.Monitored.Add(nick)) added.Add(nick);
        }

        if (added.Count > 0) ShowStatus(session, [.. added]);
        foreach (var nicks in refused.Chunk(RefusedAtOnce))
            session.Refuse(Numerics.ERR_MONLISTFULL, most.ToString(CultureInfo.InvariantCulture), string.Join(',', nicks));
    }

    private static void Remove(Session session, ImmutableArray<Nickname> nicks)
    {
        session.Monitored.ExceptWith(nicks);
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Unmonitor(nicks), static (_, _, _) => { });
    }

    // Monitoring a nick again changes nothing, and is answered with who is here.
    private static void ShowStatus(Session session, ImmutableArray<Nickname> nicks) =>
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Monitor(nicks), (session, _, answer) =>
        {
            if (answer is not UserDirectoryActor.Found(var users)) return;
            var here = users.Select(user => user.Identity.Nick).ToHashSet();
            session.Replies.NumericList(Numerics.RPL_MONONLINE, users.Select(user => user.Identity.FullName), separator: ",");
            session.Replies.NumericList(
                Numerics.RPL_MONOFFLINE, nicks.Where(nick => !here.Contains(nick)).Select(nick => nick.Text), separator: ",");
        });

    private static ImmutableArray<Nickname> Parse(Session session, string[] texts)
    {
        var nicks = ImmutableArray.CreateBuilder<Nickname>();
        foreach (var text in texts)
        {
            if (session.TryParseNick(text, out var nick)) nicks.Add(nick);
        }

        return nicks.ToImmutable();
    }
}
