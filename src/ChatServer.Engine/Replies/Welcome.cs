using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>What a client is told when its registration completes. Source: Modern, Connection Registration.</summary>
internal static class Welcome
{
    /// <summary>001 to 005, LUSERS, MOTD, and the modes the user begins with.</summary>
    public static void Write(Session session)
    {
        var engine = session.Engine;
        var server = engine.Settings.Server;
        var identity = session.Identity!;
        var replies = session.Replies;
        replies.GatherResponse();
        replies.NumericWith(Numerics.RPL_WELCOME, $"Welcome to the {server.Network} network, {identity.FullName}");
        replies.NumericWith(Numerics.RPL_YOURHOST, $"Your host is {server.Name}, running version {engine.Version}");
        replies.NumericWith(Numerics.RPL_CREATED, $"This server was started {ServerCommands.Readable(engine.StartedAt)}");
        replies.Numeric(
            Numerics.RPL_MYINFO,
            server.Name,
            engine.Version,
            UserModes.Table.Letters,
            RoomModes.Table.Letters,
            RoomModes.Table.LettersWithParameter);
        WriteFeatures(session, engine.Features);
        ServerCommands.AskLusers(session, static session =>
        {
            ServerCommands.WriteMotd(session);
            if (session.Identity!.Modes != UserModeFlags.None)
                session.Replies.Numeric(Numerics.RPL_UMODEIS, UserModeRules.Describe(session.Identity.Modes));
        });
    }

    /// <summary>005: what the server does and how much of it. Clients with the capability get it as a batch, and only those. Source: IRCv3
    /// draft/extended-isupport.</summary>
    /// <param name="session">Who is told.</param>
    /// <param name="features">The tokens, line by line.</param>
    public static void WriteFeatures(Session session, ImmutableArray<ImmutableArray<string>> features)
    {
        if (session.Dialect.HasFlag(Dialect.ExtendedIsupport | Dialect.Batch))
        {
            var batch = session.Replies.BeginBatch("draft/isupport");
            foreach (var tokens in features) batch.Add(Numerics.RPL_ISUPPORT, tokens.AsSpan());
            batch.End();
            return;
        }

        foreach (var tokens in features) session.Replies.Numeric(Numerics.RPL_ISUPPORT, tokens.AsSpan());
    }
}
