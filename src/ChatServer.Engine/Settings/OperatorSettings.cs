using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>One element of <c>Operators</c>: somebody who may become an operator with <c>OPER</c>.</summary>
public sealed record OperatorSettings
{
    /// <summary>The name given to <c>OPER</c>.</summary>
    [Word]
    public required string Name { get; init; }

    /// <summary>The password given to <c>OPER</c>, plain or as a hash <c>$scheme$...</c>.</summary>
    [Password]
    public required string Password { get; init; }

    /// <summary>What WHOIS 313 says of the operator.</summary>
    [OneLine]
    public string Title { get; init; } = "is an operator";

    /// <summary>What the operator may do. Default: nothing.</summary>
    public IReadOnlyList<OperatorPrivilege> Privileges { get; init; } = [];
}

/// <summary>What an operator may do beyond what users may.</summary>
public enum OperatorPrivilege
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Make accounts for others, with <c>NickServ SAREGISTER</c>.</summary>
    [NotInUseYet]
    Accounts,

    /// <summary>Speak to all users at once, by a message to <c>$*</c>.</summary>
    Broadcast,

    /// <summary>Give others another host, with <c>CHGHOST</c>.</summary>
    ChangeHost,

    /// <summary>End the server, with <c>DIE</c>.</summary>
    Die,

    /// <summary>Disconnect others, with <c>KILL</c>.</summary>
    Kill,

    /// <summary>Have the configuration read again, with <c>REHASH</c>.</summary>
    Rehash,

    /// <summary>Relay messages into any room, with <c>RELAYMSG</c>.</summary>
    Relay,

    /// <summary>Change the modes of any room, with <c>SAMODE</c>.</summary>
    RoomModes,

    /// <summary>Speak to all who have user mode <c>w</c>, with <c>WALLOPS</c>.</summary>
    Wallops,
}
