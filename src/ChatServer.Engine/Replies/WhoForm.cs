using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>What WHO shows of each user: the customary line (352), or the fields that were asked for (354).</summary>
/// <param name="OperatorsOnly">Whether others are left out.</param>
/// <param name="Fields">The letters after <c>%</c>; null for the customary line.</param>
/// <param name="Token">What the client wants to see in every line to know its question by; empty for none.</param>
/// <remarks>Source: IRCv3 whox.</remarks>
internal sealed record WhoForm(bool OperatorsOnly, string? Fields, string Token)
{
    /// <summary>The fields there are, in the order in which they stand in the line.</summary>
    private const string Order = "tcuihsnfdlaor";

    /// <summary>Longest token that counts.</summary>
    private const int MaxToken = 3;

    /// <summary>Reads <c>[o][%fields[,token]]</c>.</summary>
    public static WhoForm Parse(string text)
    {
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0) return new WhoForm(text.Contains('o', StringComparison.Ordinal), null, "");
        var (flags, rest) = (text[..percent], text[(percent + 1)..]);
        var comma = rest.IndexOf(',', StringComparison.Ordinal);
        var (fields, token) = comma < 0 ? (rest, "") : (rest[..comma], rest[(comma + 1)..]);
        return new WhoForm(flags.Contains('o', StringComparison.Ordinal), fields, token.Length <= MaxToken ? token : "");
    }

    /// <summary>Writes the line of one user.</summary>
    public void Write(Session session, UserIdentity user, string room, MemberModes modes)
    {
        var server = session.Engine.Settings.Server.Name;
        var flags = Flags(session, user, modes);
        if (Fields is null)
        {
            session.Replies.NumericWith(
                Numerics.RPL_WHOREPLY, $"0 {user.RealName}", room, user.UserName, user.Host, server, user.Nick.Text, flags);
            return;
        }

        var values = new List<string>();
        foreach (var field in Order.Where(field => field != 'r' && Fields.Contains(field, StringComparison.Ordinal)))
        {
            values.Add(field switch
            {
                't' => Token.Length > 0 ? Token : "0",
                'c' => room,
                'u' => user.UserName,
                'i' => AddressFor(session, user),
                'h' => user.Host,
                's' => server,
                'n' => user.Nick.Text,
                'f' => flags,
                'd' => "0",
                'l' => "0",
                'a' => user.Account ?? "0",
                _ => "n/a",
            });
        }

        if (Fields.Contains('r', StringComparison.Ordinal))
            session.Replies.NumericWith(Numerics.RPL_WHOSPCRPL, user.RealName, [.. values]);
        else
            session.Replies.Numeric(Numerics.RPL_WHOSPCRPL, [.. values]);
    }

    // The real address is for the user himself and for operators; others get the address that stands for none.
    private static string AddressFor(Session session, UserIdentity user) =>
        user.Id == session.Identity!.Id || session.Identity.Has(UserModeFlags.Operator) ? Peer.HostOf(user.Address) : "255.255.255.255";

    private static string Flags(Session session, UserIdentity user, MemberModes modes) => string.Concat(
        user.Away is null ? "H" : "G",
        user.Has(UserModeFlags.Operator) ? "*" : "",
        user.Has(UserModeFlags.Bot) ? "B" : "",
        modes.Prefixes(session.Dialect.HasFlag(Dialect.MultiPrefix)));
}
