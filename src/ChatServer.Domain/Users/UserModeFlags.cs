namespace ChatServer.Domain.Users;

/// <summary>Modes of a user. Source: Modern, user modes.</summary>
[Flags]
public enum UserModeFlags
{
    /// <summary>No mode.</summary>
    None = 0,

    /// <summary><c>i</c>: hidden from searches by those who share no room.</summary>
    Invisible = 1,

    /// <summary><c>o</c>: operator of the server; the server sets it, the user may only take it off.</summary>
    Operator = 2,

    /// <summary><c>w</c>: hears WALLOPS.</summary>
    Wallops = 4,

    /// <summary><c>B</c>: says of itself that it is a bot. Source: IRCv3 bot-mode.</summary>
    Bot = 8,

    /// <summary><c>T</c>: takes no CTCP but ACTION from other users. Source: Ergo, InspIRCd.</summary>
    NoCtcp = 16,

    /// <summary><c>g</c>: hears only those whom he has accepted (caller-id). Source: Hybrid, InspIRCd.</summary>
    CallerId = 32,
}
