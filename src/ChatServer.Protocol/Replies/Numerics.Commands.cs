namespace ChatServer.Protocol;

/// <content>Numerics that any command can cause: too few parameters, too long, too fast.</content>
public static partial class Numerics
{
    /// <summary><c>command :text</c> The server is too busy, or the client too fast.</summary>
    public static readonly Numeric RPL_TRYAGAIN = new(263, nameof(RPL_TRYAGAIN), "Please wait a while and try again.");

    /// <summary><c>command [subcommand ...] :text</c> An error that has no other numeric.</summary>
    public static readonly Numeric ERR_UNKNOWNERROR = new(400, nameof(ERR_UNKNOWNERROR), "");

    /// <summary><c>:text</c> PING or PONG without a token.</summary>
    public static readonly Numeric ERR_NOORIGIN = new(409, nameof(ERR_NOORIGIN), "No origin specified");

    /// <summary><c>subcommand :text</c> CAP without a subcommand that the server knows. Source: IRCv3 capability-negotiation.</summary>
    public static readonly Numeric ERR_INVALIDCAPCMD = new(410, nameof(ERR_INVALIDCAPCMD), "Invalid CAP subcommand");

    /// <summary><c>:text</c> The line or its tags exceed the limit; all of it was discarded.</summary>
    public static readonly Numeric ERR_INPUTTOOLONG = new(417, nameof(ERR_INPUTTOOLONG), "Input line was too long");

    /// <summary><c>command :text</c> There is no such command.</summary>
    public static readonly Numeric ERR_UNKNOWNCOMMAND = new(421, nameof(ERR_UNKNOWNCOMMAND), "Unknown command");

    /// <summary><c>command :text</c> Too few parameters.</summary>
    public static readonly Numeric ERR_NEEDMOREPARAMS = new(461, nameof(ERR_NEEDMOREPARAMS), "Not enough parameters");

    /// <summary><c>command :text</c> The command cannot be carried out here and now. Source: UnrealIRCd.</summary>
    public static readonly Numeric ERR_CANNOTDOCOMMAND = new(972, nameof(ERR_CANNOTDOCOMMAND), "Cannot do command");
}
