using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>Our identity on the server, and how much to ask it.</summary>
/// <param name="Nick">The nick to ask for; if it is in use, the session tries others like it.</param>
/// <param name="RealName">The real name, as WHOIS shows it.</param>
/// <param name="Password">The server password, for PASS; or null.</param>
internal sealed record SessionSettings(string Nick, string RealName, string? Password = null)
{
    /// <summary>How to log in to an account; null for no login.</summary>
    public SaslCredentials? Login { get; init; }

    /// <summary>How many messages to request when a room is joined or a conversation is opened, if the server keeps history.</summary>
    /// <remarks>0 for none; default 0. Messages missed while there was no connection are requested in any case.</remarks>
    public int HistoryOnJoin { get; init; }

    /// <summary>Whether to ask about joined rooms: their modes and, if away-notify keeps it up to date, who is away.</summary>
    public bool LooksAround { get; init; }

    /// <summary>Nicks to watch, if the server has MONITOR.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    /// <summary>Alternates for the nick, in the order to try them. After those, underscores are added to the nick.</summary>
    public ImmutableArray<string> OtherNicks { get; init; } = [];

    /// <summary>Whether to answer CTCP VERSION, PING, TIME and CLIENTINFO.</summary>
    public bool AnswersCtcp { get; init; } = true;
}
