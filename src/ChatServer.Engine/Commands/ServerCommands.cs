using System.Globalization;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>What the server says about itself. Source: Modern, Server Queries and Commands.</summary>
internal static class ServerCommands
{
    /// <summary><c>MOTD [server]</c>.</summary>
    public static void Motd(Session session, MessageView message)
    {
        if (MeansThisServer(session, message.Text(0))) WriteMotd(session);
    }

    /// <summary>375, 372 ..., 376, or 422.</summary>
    public static void WriteMotd(Session session)
    {
        var server = session.Engine.Settings.Server;
        if (server.Motd.Count == 0)
        {
            session.Replies.Numeric(Numerics.ERR_NOMOTD);
            return;
        }

        session.Replies.NumericWith(Numerics.RPL_MOTDSTART, $"- {server.Name} Message of the day - ");
        foreach (var line in server.Motd) session.Replies.NumericWith(Numerics.RPL_MOTD, "- " + line);
        session.Replies.Numeric(Numerics.RPL_ENDOFMOTD);
    }

    /// <summary><c>LUSERS</c>.</summary>
    public static void Lusers(Session session, MessageView message) => AskLusers(session, static _ => { });

    /// <summary>Asks for the counts, writes 251 to 266, and continues, even when counting fails: otherwise nobody could complete
    /// registration.</summary>
    public static void AskLusers(Session session, Action<Session> then) => session.Ask(
        session.Neighbours.Listener,
        new CountsSoFar(),
        (session, _, answer) =>
        {
            if (answer is CountsSoFar counts) WriteLusers(session, counts);
            then(session);
        },
        onFault: (session, request, answer) =>
        {
            Session.ReportFault(session, request, answer);
            then(session);
        });

    /// <summary><c>VERSION [server]</c>: 351, and the features once more.</summary>
    public static void Version(Session session, MessageView message)
    {
        if (!MeansThisServer(session, message.Text(0))) return;
        var engine = session.Engine;
        session.Replies.NumericWith(
            Numerics.RPL_VERSION, "IRC with IRCv3, made of actors", engine.Version, engine.Settings.Server.Name);
        Welcome.WriteFeatures(session, session.Engine.Features);
    }

    /// <summary><c>ISUPPORT</c>: the features alone. Source: IRCv3 draft/extended-isupport.</summary>
    public static void ISupport(Session session, MessageView message) => Welcome.WriteFeatures(session, session.Engine.Features);

    /// <summary><c>TIME [server]</c>.</summary>
    public static void Time(Session session, MessageView message)
    {
        if (!MeansThisServer(session, message.Text(0))) return;
        session.Replies.NumericWith(Numerics.RPL_TIME, Readable(session.Engine.Now), session.Engine.Settings.Server.Name);
    }

    /// <summary><c>ADMIN [server]</c>: 256 to 259, or 423 when nobody is named.</summary>
    public static void Admin(Session session, MessageView message)
    {
        if (!MeansThisServer(session, message.Text(0))) return;
        var server = session.Engine.Settings.Server;
        var (location, organization, contact) = (server.Admin.Location, server.Admin.Organization, server.Admin.Contact);
        if (location.Length + organization.Length + contact.Length == 0)
        {
            session.Replies.Numeric(Numerics.ERR_NOADMININFO, server.Name);
            return;
        }

        session.Replies.Numeric(Numerics.RPL_ADMINME, server.Name);
        session.Replies.NumericWith(Numerics.RPL_ADMINLOC1, location);
        session.Replies.NumericWith(Numerics.RPL_ADMINLOC2, organization);
        session.Replies.NumericWith(Numerics.RPL_ADMINEMAIL, contact);
    }

    /// <summary><c>INFO [server]</c>.</summary>
    public static void Info(Session session, MessageView message)
    {
        if (!MeansThisServer(session, message.Text(0))) return;
        var engine = session.Engine;
        string[] lines =
        [
            $"{engine.Version}: an IRC server in which everything that has state is an actor",
            "Rooms, users and connections talk by messages and share no locks",
            $"Running since {Readable(engine.StartedAt)}",
        ];
        foreach (var line in lines) session.Replies.NumericWith(Numerics.RPL_INFO, line);
        session.Replies.Numeric(Numerics.RPL_ENDOFINFO);
    }

    /// <summary><c>SUMMON</c>: 445.</summary>
    public static void Summon(Session session, MessageView message) => session.Replies.Numeric(Numerics.ERR_SUMMONDISABLED);

    /// <summary><c>USERS</c>: 446.</summary>
    public static void Users(Session session, MessageView message) => session.Replies.Numeric(Numerics.ERR_USERSDISABLED);

    /// <summary>A time for people to read, UTC.</summary>
    public static string Readable(DateTimeOffset time) =>
        time.UtcDateTime.ToString("ddd MMM dd yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Whether a command that may name a server, or a mask of servers, means this one; when not, the client is told 402.</summary>
    internal static bool MeansThisServer(Session session, string named)
    {
        var mapping = session.Engine.CaseMapping;
        if (named.Length == 0 || Glob.IsMatch(mapping.Fold(named), session.Engine.Settings.Server.Name, mapping)) return true;
        session.Replies.Numeric(Numerics.ERR_NOSUCHSERVER, named);
        return false;
    }

    private static void WriteLusers(Session session, CountsSoFar counts)
    {
        var replies = session.Replies;
        var (users, most) = (Number(counts.Users), Number(counts.MostUsers));
        replies.NumericWith(
            Numerics.RPL_LUSERCLIENT, $"There are {counts.Users - counts.Invisible} users and {counts.Invisible} invisible on 1 servers");
        replies.Numeric(Numerics.RPL_LUSEROP, Number(counts.Operators));
        replies.Numeric(Numerics.RPL_LUSERUNKNOWN, Number(counts.Unknown));
        replies.Numeric(Numerics.RPL_LUSERCHANNELS, Number(counts.Rooms));
        replies.NumericWith(Numerics.RPL_LUSERME, $"I have {counts.Users} clients and 0 servers");
        replies.NumericWith(Numerics.RPL_LOCALUSERS, $"Current local users {users}, max {most}", users, most);
        replies.NumericWith(Numerics.RPL_GLOBALUSERS, $"Current global users {users}, max {most}", users, most);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
