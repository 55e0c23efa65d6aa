using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>Our identity on the server, and how much to ask it.</summary>
/// <param name="Nick">The nick to ask for; if it is in use, the session tries others like it.</param>
/// <param name="RealName">What WHOIS shows.</param>
/// <param name="Password">For PASS, or null.</param>
internal sealed record SessionSettings(string Nick, string RealName, string? Password = null)
{
    /// <summary>How to log in to an account, or null for not at all.</summary>
    public SaslCredentials? Login { get; init; }

    /// <summary>How many messages to ask for when a room is joined or a conversation opened, where the server keeps history.</summary>
    /// <remarks>0 for none. What a lost connection has missed is asked for in any case. Default 0.</remarks>
    public int HistoryOnJoin { get; init; }

    /// <summary>Whether to ask about rooms that are joined: their modes and, where away-notify keeps it up to date, who is away.</summary>
    public bool LooksAround { get; init; }

    /// <summary>Nicks to watch, where the server has MONITOR.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    /// <summary>Alternates for the nick, in the order to try them; when they are used up, underscores are put behind it.</summary>
    public ImmutableArray<string> OtherNicks { get; init; } = [];

    /// <summary>Whether to answer CTCP VERSION, PING, TIME and CLIENTINFO.</summary>
    public bool AnswersCtcp { get; init; } = true;
}
