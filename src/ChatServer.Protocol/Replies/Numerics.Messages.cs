namespace ChatServer.Protocol;

/// <content>Numerics about messages that were not delivered; NOTICE never causes one.</content>
public static partial class Numerics
{
    /// <summary><c>channel :text</c> The room does not take the message.</summary>
    public static readonly Numeric ERR_CANNOTSENDTOCHAN = new(404, nameof(ERR_CANNOTSENDTOCHAN), "Cannot send to channel");

    /// <summary><c>target :text</c> More targets than allowed. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_TOOMANYTARGETS = new(407, nameof(ERR_TOOMANYTARGETS), "Too many targets");

    /// <summary><c>service :text</c> There is no such service. Source: RFC 2812.</summary>
    public static readonly Numeric ERR_NOSUCHSERVICE = new(408, nameof(ERR_NOSUCHSERVICE), "No such service");

    /// <summary><c>:text</c> No target; the text names the command: No recipient given (PRIVMSG).</summary>
    public static readonly Numeric ERR_NORECIPIENT = new(411, nameof(ERR_NORECIPIENT), "No recipient given");

    /// <summary><c>:text</c> A target, but no text.</summary>
    public static readonly Numeric ERR_NOTEXTTOSEND = new(412, nameof(ERR_NOTEXTTOSEND), "No text to send");

    /// <summary><c>mask :text</c> An operator's $mask without a top-level domain. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_NOTOPLEVEL = new(413, nameof(ERR_NOTOPLEVEL), "No toplevel domain specified");

    /// <summary><c>mask :text</c> An operator's $mask with a wildcard in the top-level domain. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_WILDTOPLEVEL = new(414, nameof(ERR_WILDTOPLEVEL), "Wildcard in toplevel domain");

    /// <summary><c>mask :text</c> An operator's $mask that fits no server. Source: RFC 2812.</summary>
    public static readonly Numeric ERR_BADMASK = new(415, nameof(ERR_BADMASK), "Bad Server/host mask");

    /// <summary><c>nick :text</c> The user does not take messages from the sender. Source: InspIRCd.</summary>
    public static readonly Numeric ERR_CANTSENDTOUSER = new(
        531, nameof(ERR_CANTSENDTOUSER), "You are not permitted to send private messages to this user");

    /// <summary><c>target :text</c> Nobody may speak there as a roleplay character. Source: Ergo.</summary>
    public static readonly Numeric ERR_CANNOTSENDRP = new(573, nameof(ERR_CANNOTSENDRP), "Cannot send a roleplay message there");
}
