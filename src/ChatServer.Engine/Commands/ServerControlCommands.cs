using System.Collections.Immutable;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>How operators run the server, and links that a server without others can't have. Source: Modern, Operator Messages; RFC 2812
/// section 4.</summary>
internal static class ServerControlCommands
{
    /// <summary><c>REHASH</c>: has the configuration read again. 382 when the new settings are in place; when they are not in order nothing
    /// has changed, and each problem is a <c>FAIL REHASH CONFIG_BAD</c>.</summary>
    public static void Rehash(Session session, MessageView message)
    {
        var reload = new ConfigurationActor.Reload(session.Identity!.FullName, session.Neighbours.Listener);
        session.Ask(session.Neighbours.Configuration, reload, static (session, _, answer) =>
        {
            switch (answer)
            {
                case ConfigurationActor.Reloaded(var waiting):
                    session.Replies.Numeric(Numerics.RPL_REHASHING, session.Engine.Host!.ConfigurationName);
                    WriteWaiting(session, waiting);
                    break;
                case ConfigurationActor.Refused(var problems):
                    foreach (var problem in problems) session.Replies.Fail("REHASH", "CONFIG_BAD", problem);
                    break;
            }
        });
    }

    /// <summary><c>DIE</c>: ends the server in order.</summary>
    public static void Die(Session session, MessageView message)
    {
        if (session.Engine.Host is { } host)
            host.Stop();
        else
            session.Replies.Numeric(Numerics.ERR_CANNOTDOCOMMAND, session.RunningVerb);
    }

    /// <summary><c>RESTART</c>: the server can't; whoever watches over the process can, after DIE.</summary>
    public static void Restart(Session session, MessageView message) =>
        session.Replies.NumericWith(Numerics.ERR_CANNOTDOCOMMAND, "This server can't start itself again; use DIE", session.RunningVerb);

    /// <summary><c>CONNECT target [port [remote]]</c> and <c>SQUIT server :reason</c>: there is no other server.</summary>
    public static void NoOtherServer(Session session, MessageView message) =>
        session.Replies.Numeric(Numerics.ERR_NOSUCHSERVER, message.Text(0));

    /// <summary><c>LINKS [[remote] mask]</c>: operators see this server; how a network is built is nobody else's business.</summary>
    public static void Links(Session session, MessageView message)
    {
        var mask = message.Count == 0 ? "*" : message.Text(message.Count > 1 ? 1 : 0);
        var (server, mapping) = (session.Engine.Settings.Server, session.Engine.CaseMapping);
        if (session.IsOperator && Glob.IsMatch(mapping.Fold(mask), server.Name, mapping))
            session.Replies.NumericWith(Numerics.RPL_LINKS, $"0 {server.Description}", server.Name, server.Name);
        session.Replies.Numeric(Numerics.RPL_ENDOFLINKS, mask);
    }

    /// <summary><c>MAP</c>: as LINKS, as a picture.</summary>
    public static void Map(Session session, MessageView message)
    {
        if (session.IsOperator) session.Replies.NumericWith(Numerics.RPL_MAP, session.Engine.Settings.Server.Name);
        session.Replies.Numeric(Numerics.RPL_MAPEND);
    }

    private static void WriteWaiting(Session session, ImmutableArray<string> keys)
    {
        foreach (var key in keys)
            session.Replies.Standard(StandardReply.Note("REHASH", "RESTART_NEEDED", "This takes effect at the next start", key));
    }
}
