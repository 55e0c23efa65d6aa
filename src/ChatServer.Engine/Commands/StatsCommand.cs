using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>STATS</c>. Source: Modern, STATS; RFC 2812 section 3.4.4.</summary>
internal static class StatsCommand
{
    /// <summary>All statistics. Traditional letters for links to other servers, or for lists that this server does not keep, are left
    /// out.</summary>
    private static readonly ImmutableArray<Statistic> All =
    [
        new('m', "how often each command was used", WriteCommands),
        new('o', "who may become operator; for operators", WriteConfigured) { IsForOperators = true },
        new('p', "the operators who are here", WritePresent),
        new('u', "how long the server has been up, and the most connections it had", WriteUpTime),
    ];

    /// <summary>Writes a statistic, and its end.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="query">The letter as he wrote it.</param>
    private delegate void StatisticWriter(Session session, string query);

    /// <summary>One statistic.</summary>
    /// <param name="Letter">By which it is asked for, in either case.</param>
    /// <param name="Description">What it shows.</param>
    /// <param name="Write">Writes it.</param>
    private sealed record Statistic(char Letter, string Description, StatisticWriter Write)
    {
        public bool IsForOperators { get; init; }
    }

    /// <summary><c>STATS [letter [server]]</c>: a statistic; or, for an unknown letter, a list of them. 219 ends each.</summary>
    public static void Stats(Session session, MessageView message)
    {
        if (!ServerCommands.MeansThisServer(session, message.Text(1))) return;
        var query = message.Text(0);
        var wanted = All.FirstOrDefault(statistic => query.Length == 1 && char.ToLowerInvariant(query[0]) == statistic.Letter);
        if (wanted is null)
        {
            WriteLetters(session, query);
        }
        else if (wanted.IsForOperators && !session.IsOperator)
        {
            session.Replies.Numeric(Numerics.ERR_NOPRIVILEGES);
            WriteEnd(session, query);
        }
        else
        {
            wanted.Write(session, query);
        }
    }

    private static void WriteLetters(Session session, string query)
    {
        foreach (var statistic in All) WriteText(session, $"{statistic.Letter}  {statistic.Description}");
        WriteEnd(session, query);
    }

    // Commands of other connections in the last minutes may not be counted yet.
    private static void WriteCommands(Session session, string query)
    {
        session.Counts.Tell();
        session.Ask(session.Neighbours.Listener, ListenerActor.GetCommandTotals.Instance, (session, _, answer) =>
        {
            if (answer is ListenerActor.CommandTotals(var counts))
            {
                foreach (var command in CommandTable.All.Where(command => counts[command.Index] > 0))
                {
                    session.Replies.Numeric(
                        Numerics.RPL_STATSCOMMANDS, command.Verb, counts[command.Index].ToString(CultureInfo.InvariantCulture));
                }
            }

            WriteEnd(session, query);
        });
    }

    private static void WriteUpTime(Session session, string query) =>
        session.Ask(session.Neighbours.Listener, new CountsSoFar(), (session, _, answer) =>
        {
            var up = session.Engine.Now - session.Engine.StartedAt;
            session.Replies.NumericWith(
                Numerics.RPL_STATSUPTIME, string.Create(CultureInfo.InvariantCulture, $"Server Up {up.Days} days {up:hh\\:mm\\:ss}"));
            if (answer is CountsSoFar counts)
                session.Replies.NumericWith(
                    Numerics.RPL_STATSCONN, $"Highest connection count: {counts.MostConnections} ({counts.MostUsers} clients)");
            WriteEnd(session, query);
        });

    private static void WriteConfigured(Session session, string query)
    {
        foreach (var configured in session.Engine.Settings.Operators)
        {
            var privileges = configured.Privileges.Count == 0 ? "-" : string.Join(',', configured.Privileges);
            session.Replies.Numeric(Numerics.RPL_STATSOLINE, "O", "*", "*", configured.Name, privileges, "0");
        }

        WriteEnd(session, query);
    }

    private static void WritePresent(Session session, string query) =>
        session.Ask(session.Neighbours.Users, UserDirectoryActor.GetOperators.Instance, (session, _, answer) =>
        {
            if (answer is UserDirectoryActor.Found(var operators))
            {
                foreach (var present in operators) WriteText(session, $"{present.Identity.FullName} {present.Identity.OperatorTitle}");
                WriteText(session, $"{operators.Length} operator(s) online");
            }

            WriteEnd(session, query);
        });

    private static void WriteText(Session session, string text) => session.Replies.NumericWith(Numerics.RPL_STATSDEBUG, text);

    private static void WriteEnd(Session session, string query) =>
        session.Replies.Numeric(Numerics.RPL_ENDOFSTATS, query.Length == 0 ? "*" : query);
}
