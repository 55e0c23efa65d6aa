using System.Globalization;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>STATS</c>. Source: Modern, STATS; RFC 2812 section 3.4.4.</summary>
internal static class StatsCommand
{
    /// <summary><c>STATS [letter [server]]</c>: <c>u</c> how long the server runs, <c>p</c> which operators are here; for operators,
    /// <c>o</c> who may be one. 219 ends each, also of a letter that means nothing here.</summary>
    public static void Stats(Session session, MessageView message)
    {
        if (!ServerCommands.MeansThisServer(session, message.Text(1))) return;
        var query = message.Text(0);
        switch (query)
        {
            case "u":
                WriteUpTime(session);
                break;
            case "o" or "O" when !session.IsOperator:
                session.Replies.Numeric(Numerics.ERR_NOPRIVILEGES);
                break;
            case "o" or "O":
                WriteConfigured(session);
                break;
            case "p" or "P":
                session.Ask(session.Neighbours.Users, UserDirectoryActor.GetOperators.Instance, (session, _, answer) =>
                {
                    if (answer is UserDirectoryActor.Found(var operators)) WritePresent(session, operators);
                    WriteEnd(session, query);
                });
                return;
        }

        WriteEnd(session, query);
    }

    private static void WriteUpTime(Session session)
    {
        var up = session.Engine.Now - session.Engine.StartedAt;
        session.Replies.NumericWith(
            Numerics.RPL_STATSUPTIME, string.Create(CultureInfo.InvariantCulture, $"Server Up {up.Days} days {up:hh\\:mm\\:ss}"));
    }

    private static void WriteConfigured(Session session)
    {
        foreach (var configured in session.Engine.Settings.Operators)
        {
            var privileges = configured.Privileges.Count == 0 ? "-" : string.Join(',', configured.Privileges);
            session.Replies.Numeric(Numerics.RPL_STATSOLINE, "O", "*", "*", configured.Name, privileges, "0");
        }
    }

    private static void WritePresent(Session session, IReadOnlyCollection<UserEntry> operators)
    {
        foreach (var present in operators)
            session.Replies.NumericWith(Numerics.RPL_STATSDEBUG, $"{present.Identity.FullName} {present.Identity.OperatorTitle}");
        session.Replies.NumericWith(
            Numerics.RPL_STATSDEBUG, string.Create(CultureInfo.InvariantCulture, $"{operators.Count} operator(s) online"));
    }

    private static void WriteEnd(Session session, string query) =>
        session.Replies.Numeric(Numerics.RPL_ENDOFSTATS, query.Length == 0 ? "*" : query);
}
