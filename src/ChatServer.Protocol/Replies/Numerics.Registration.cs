namespace ChatServer.Protocol;

/// <content>Numerics about connecting and registering: greeting, nickname, password.</content>
public static partial class Numerics
{
    /// <summary><c>:text</c> First line of the greeting; its first parameter is the nickname that the client really has.</summary>
    public static readonly Numeric RPL_WELCOME = new(1, nameof(RPL_WELCOME), "");

    /// <summary><c>:text</c> Which server this is and what it runs.</summary>
    public static readonly Numeric RPL_YOURHOST = new(2, nameof(RPL_YOURHOST), "");

    /// <summary><c>:text</c> When the server was started.</summary>
    public static readonly Numeric RPL_CREATED = new(3, nameof(RPL_CREATED), "");

    /// <summary><c>server version usermodes roommodes [roommodes-with-parameter]</c> The known mode letters; no trailing text.</summary>
    public static readonly Numeric RPL_MYINFO = new(4, nameof(RPL_MYINFO), "");

    /// <summary><c>1*13token :text</c> Features and limits; see ISupport.</summary>
    public static readonly Numeric RPL_ISUPPORT = new(5, nameof(RPL_ISUPPORT), "are supported by this server");

    /// <summary><c>host port :text</c> Asks the client to move to another server.</summary>
    public static readonly Numeric RPL_BOUNCE = new(10, nameof(RPL_BOUNCE), "Please use this server instead");

    /// <summary><c>:text</c> NICK without a nickname.</summary>
    public static readonly Numeric ERR_NONICKNAMEGIVEN = new(431, nameof(ERR_NONICKNAMEGIVEN), "No nickname given");

    /// <summary><c>nick :text</c> The nickname breaks the rules; the name is misspelt in RFC 1459 and stays so.</summary>
    public static readonly Numeric ERR_ERRONEUSNICKNAME = new(432, nameof(ERR_ERRONEUSNICKNAME), "Erroneous nickname");

    /// <summary><c>nick :text</c> Somebody else holds the nickname.</summary>
    public static readonly Numeric ERR_NICKNAMEINUSE = new(433, nameof(ERR_NICKNAMEINUSE), "Nickname is already in use");

    /// <summary><c>nick :text</c> Two servers that were linked had each a holder of the nickname.</summary>
    public static readonly Numeric ERR_NICKCOLLISION = new(436, nameof(ERR_NICKCOLLISION), "Nickname collision");

    /// <summary><c>nick-or-channel :text</c> The name is reserved for a while. Source: RFC 2812.</summary>
    public static readonly Numeric ERR_UNAVAILRESOURCE = new(437, nameof(ERR_UNAVAILRESOURCE), "Nick/channel is temporarily unavailable");

    /// <summary><c>:text</c> The nickname may not be changed now, for example in a room that forbids it. Source: InspIRCd,
    /// UnrealIRCd.</summary>
    public static readonly Numeric ERR_NONICKCHANGE = new(447, nameof(ERR_NONICKCHANGE), "Cannot change nickname");

    /// <summary><c>:text</c> Only registered clients may use the command.</summary>
    public static readonly Numeric ERR_NOTREGISTERED = new(451, nameof(ERR_NOTREGISTERED), "You have not registered");

    /// <summary><c>:text</c> Only clients that have not registered yet may use the command.</summary>
    public static readonly Numeric ERR_ALREADYREGISTERED = new(462, nameof(ERR_ALREADYREGISTERED), "You may not reregister");

    /// <summary><c>:text</c> Hosts like this one may not connect. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_NOPERMFORHOST = new(463, nameof(ERR_NOPERMFORHOST), "Your host isn't among the privileged");

    /// <summary><c>:text</c> Wrong password, of the server or of an operator.</summary>
    public static readonly Numeric ERR_PASSWDMISMATCH = new(464, nameof(ERR_PASSWDMISMATCH), "Password incorrect");

    /// <summary><c>:text</c> Banned from the server; the connection is closed next.</summary>
    public static readonly Numeric ERR_YOUREBANNEDCREEP = new(465, nameof(ERR_YOUREBANNEDCREEP), "You are banned from this server");

    /// <summary><c>:text</c> The user name breaks the rules. Source: ircu.</summary>
    public static readonly Numeric ERR_INVALIDUSERNAME = new(468, nameof(ERR_INVALIDUSERNAME), "Your username is not valid");
}
