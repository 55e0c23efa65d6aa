namespace ChatServer.SimulationTests.Model;

/// <summary>What the server has told one client of things that it can't know by itself. At rest, others know what must have been said.
/// Names are folded.</summary>
internal sealed class Told
{
    public Dictionary<string, WhoisAnswer> Whois { get; } = [];

    /// <summary>Of WHOWAS: user names, by nick that was asked for.</summary>
    public Dictionary<string, HashSet<string>> Whowas { get; } = [];

    /// <summary>Members, by room in which the client is not itself.</summary>
    public Dictionary<string, HashSet<string>> Names { get; } = [];

    /// <summary>Letters and parameters, by room in which the client is not itself.</summary>
    public Dictionary<string, string[]> Modes { get; } = [];

    /// <summary>What is remembered of what was said between the client and others, by nick.</summary>
    public Dictionary<string, List<Said>> Talks { get; } = [];

    /// <summary>Topic, or none, by room in which the client is not itself.</summary>
    public Dictionary<string, string?> Topics { get; } = [];

    /// <summary>Of WHO for everybody: who was shown; null when not asked.</summary>
    public HashSet<string>? Everybody { get; set; }

    /// <summary>Of LUSERS: how many users there are that everybody sees, and others, operators, and rooms.</summary>
    public (int Visible, int Invisible, int Operators, int Rooms)? Counts { get; set; }

    /// <summary>Number of members, and topic, by room.</summary>
    public Dictionary<string, (string Members, string Topic)> Listed { get; } = [];

    /// <summary>Of WHO: where somebody is.</summary>
    public Dictionary<string, string> Hosts { get; } = [];

    /// <summary>Of WHO: whether somebody is away.</summary>
    public Dictionary<string, bool> IsAway { get; } = [];

    /// <summary>Of WHO: whether somebody is an operator of the server, and whether a bot.</summary>
    public Dictionary<string, (bool IsOperator, bool IsBot)> Marks { get; } = [];

    /// <summary>Of USERHOST: what it says of somebody behind his nick.</summary>
    public Dictionary<string, string> Described { get; } = [];

    /// <summary>Of MONITOR L: the nicks it watches; null when not asked.</summary>
    public HashSet<string>? Monitored { get; set; }

    /// <summary>What somebody was said to be away for, by nick, when he was spoken to.</summary>
    public Dictionary<string, string> AwayFor { get; } = [];

    /// <summary>Rooms to which the client is invited.</summary>
    public HashSet<string> InvitedTo { get; } = [];

    /// <summary>Of ISON; null when not asked.</summary>
    public HashSet<string>? Online { get; set; }

    /// <summary>The client's own modes; null when not asked.</summary>
    public string? UserModes { get; set; }

    /// <summary>The user names of WHOWAS; from here on the nick counts as asked for.</summary>
    public HashSet<string> UsersWhoWere(string nick) =>
        Whowas.TryGetValue(nick, out var users) ? users : Whowas[nick] = [];
}

/// <summary>What WHOIS says of one user.</summary>
/// <param name="User">His user name.</param>
/// <param name="Host">His host.</param>
/// <param name="RealName">His real name.</param>
internal sealed record WhoisAnswer(string User, string Host, string RealName)
{
    /// <summary>Rank signs, by room.</summary>
    public Dictionary<string, string> Rooms { get; } = [];

    /// <summary>Why he is away; null when he is not.</summary>
    public string? Away { get; set; }
}
