namespace ChatServer.Protocol;

/// <content>Numerics about logging in.</content>
public static partial class Numerics
{
    /// <summary><c>nick!user@host account :text</c> Logged in; the text names the account. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric RPL_LOGGEDIN = new(900, nameof(RPL_LOGGEDIN), "You are now logged in");

    /// <summary><c>nick!user@host :text</c> Logged out. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric RPL_LOGGEDOUT = new(901, nameof(RPL_LOGGEDOUT), "You are now logged out");

    /// <summary><c>:text</c> The account may not be used now. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric ERR_NICKLOCKED = new(902, nameof(ERR_NICKLOCKED), "You must use a nick assigned to you");

    /// <summary><c>:text</c> The exchange succeeded; follows 900. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric RPL_SASLSUCCESS = new(903, nameof(RPL_SASLSUCCESS), "SASL authentication successful");

    /// <summary><c>:text</c> Wrong credentials or mechanism. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric ERR_SASLFAIL = new(904, nameof(ERR_SASLFAIL), "SASL authentication failed");

    /// <summary><c>:text</c> A piece of more than 400 bytes, or too many pieces. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric ERR_SASLTOOLONG = new(905, nameof(ERR_SASLTOOLONG), "SASL message too long");

    /// <summary><c>:text</c> Aborted by the client, or unfinished at CAP END. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric ERR_SASLABORTED = new(906, nameof(ERR_SASLABORTED), "SASL authentication aborted");

    /// <summary><c>:text</c> Logged in already, and a second time is not allowed. Source: IRCv3 sasl-3.1.</summary>
    public static readonly Numeric ERR_SASLALREADY = new(907, nameof(ERR_SASLALREADY), "You have already authenticated using SASL");

    /// <summary><c>mechanism *("," mechanism) :text</c> The mechanisms that AUTHENTICATE takes; before 904. Source: IRCv3
    /// sasl-3.1.</summary>
    public static readonly Numeric RPL_SASLMECHS = new(908, nameof(RPL_SASLMECHS), "are available SASL mechanisms");
}
