using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Server</c>: who this server is and what holds for everybody on it.</summary>
public sealed record ServerIdentity
{
    /// <summary>The source of numerics. Default <c>chat.localhost</c>.</summary>
    [ServerName]
    public string Name { get; init; } = "chat.localhost";

    /// <summary>What the server is, in WHOIS 312 and LINKS 364.</summary>
    [OneLine]
    public string Description { get; init; } = "An IRC server made of actors";

    /// <summary>The network's name, ISUPPORT <c>NETWORK</c>. Default <c>ChatNet</c>.</summary>
    [TokenValue]
    public string Network { get; init; } = "ChatNet";

    /// <summary>The address of an image that stands for the network, ISUPPORT <c>draft/ICON</c>. Default: none.</summary>
    [WebAddress]
    public string Icon { get; init; } = "";

    /// <summary>What <c>PASS</c> must give (464 otherwise), plain or as a hash <c>$scheme$...</c>. Default: null, no password is asked
    /// for.</summary>
    [Password]
    public string? Password { get; init; }

    /// <summary>How nicks and room names are compared, ISUPPORT <c>CASEMAPPING</c>. Default <see cref="CaseMappingName.Ascii"/>.</summary>
    public CaseMappingName CaseMapping { get; init; } = CaseMappingName.Ascii;

    /// <summary>Whether bytes that are not UTF-8 are refused, ISUPPORT <c>UTF8ONLY</c>. Default: yes.</summary>
    public bool Utf8Only { get; init; } = true;

    /// <summary>User modes that everybody gets at registration, such as <c>+i</c>. Default: none.</summary>
    [Modes]
    public string DefaultUserModes { get; init; } = "";

    /// <summary>Whether the host name of a client is looked up before it registers. Default: no, its address is its host.</summary>
    /// <remarks>A name counts when it leads back to the address, and is no longer than <c>Limits:HostLength</c>.</remarks>
    public bool LookupHostnames { get; init; }

    /// <summary>The message of the day, line by line; empty: 422.</summary>
    [OneLine]
    public IReadOnlyList<string> Motd { get; init; } = ["Welcome. Say hello in #lobby."];

    /// <summary>Who runs the server, for <c>ADMIN</c>.</summary>
    public AdminContact Admin { get; init; } = new();
}

/// <summary>Section <c>Server:Admin</c>: the three lines of <c>ADMIN</c>.</summary>
public sealed record AdminContact
{
    /// <summary>Where the server is, 257.</summary>
    [OneLine]
    public string Location { get; init; } = "";

    /// <summary>Who it belongs to, 258.</summary>
    [OneLine]
    public string Organization { get; init; } = "";

    /// <summary>How to reach them, 259.</summary>
    [OneLine]
    public string Contact { get; init; } = "";
}

/// <summary>How names are folded before they are compared.</summary>
public enum CaseMappingName
{
    /// <summary><c>ascii</c>: a-z and A-Z are the same; nicks are ASCII.</summary>
    Ascii,

    /// <summary><c>rfc1459</c>: besides, <c>{}|^</c> and <c>[]\~</c> are the same; nicks are ASCII.</summary>
    Rfc1459,

    /// <summary>RFC 8265: nicks of any script, and none that looks like another. In ISUPPORT it is <c>ascii</c>.</summary>
    Precis,
}
