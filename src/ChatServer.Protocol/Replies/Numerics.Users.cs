namespace ChatServer.Protocol;

/// <content>Numerics about users: who they are, whether they are there, what they accept.</content>
public static partial class Numerics
{
    /// <summary><c>modes</c> The client's own modes.</summary>
    public static readonly Numeric RPL_UMODEIS = new(221, nameof(RPL_UMODEIS), "");

    /// <summary><c>mask</c> One entry of the SILENCE list. Source: ircu.</summary>
    public static readonly Numeric RPL_SILELIST = new(271, nameof(RPL_SILELIST), "");

    /// <summary><c>:text</c> Ends the SILENCE list. Source: ircu.</summary>
    public static readonly Numeric RPL_ENDOFSILELIST = new(272, nameof(RPL_ENDOFSILELIST), "End of Silence List");

    /// <summary><c>nick :text</c> Fingerprint of the client certificate; for the user and operators only.</summary>
    public static readonly Numeric RPL_WHOISCERTFP = new(276, nameof(RPL_WHOISCERTFP), "");

    /// <summary><c>nick ...</c> The users from whom a user with +g takes messages. Source: Hybrid.</summary>
    public static readonly Numeric RPL_ACCEPTLIST = new(281, nameof(RPL_ACCEPTLIST), "");

    /// <summary><c>:text</c> Ends the ACCEPT list. Source: Hybrid.</summary>
    public static readonly Numeric RPL_ENDOFACCEPT = new(282, nameof(RPL_ENDOFACCEPT), "End of /ACCEPT list");

    /// <summary><c>nick :text</c> The user is away; the text is his reason.</summary>
    public static readonly Numeric RPL_AWAY = new(301, nameof(RPL_AWAY), "");

    /// <summary><c>:*(nick["*"]=("+"/"-")user@host)</c> Answers USERHOST; the star marks operators, minus those away.</summary>
    public static readonly Numeric RPL_USERHOST = new(302, nameof(RPL_USERHOST), "");

    /// <summary><c>:*nick</c> The requested nicknames that are online.</summary>
    public static readonly Numeric RPL_ISON = new(303, nameof(RPL_ISON), "");

    /// <summary><c>:text</c> AWAY cleared.</summary>
    public static readonly Numeric RPL_UNAWAY = new(305, nameof(RPL_UNAWAY), "You are no longer marked as being away");

    /// <summary><c>:text</c> AWAY set.</summary>
    public static readonly Numeric RPL_NOWAWAY = new(306, nameof(RPL_NOWAWAY), "You have been marked as being away");

    /// <summary><c>nick :text</c> The user owns the nickname.</summary>
    public static readonly Numeric RPL_WHOISREGNICK = new(307, nameof(RPL_WHOISREGNICK), "has identified for this nick");

    /// <summary><c>nick user host * :realname</c> First line of WHOIS.</summary>
    public static readonly Numeric RPL_WHOISUSER = new(311, nameof(RPL_WHOISUSER), "");

    /// <summary><c>nick server :description</c> The server the user is, or was, on.</summary>
    public static readonly Numeric RPL_WHOISSERVER = new(312, nameof(RPL_WHOISSERVER), "");

    /// <summary><c>nick :text</c> The user is an operator.</summary>
    public static readonly Numeric RPL_WHOISOPERATOR = new(313, nameof(RPL_WHOISOPERATOR), "is an IRC operator");

    /// <summary><c>nick user host * :realname</c> One entry of WHOWAS.</summary>
    public static readonly Numeric RPL_WHOWASUSER = new(314, nameof(RPL_WHOWASUSER), "");

    /// <summary><c>mask :text</c> Ends WHO, with the mask as it was sent.</summary>
    public static readonly Numeric RPL_ENDOFWHO = new(315, nameof(RPL_ENDOFWHO), "End of WHO list");

    /// <summary><c>nick seconds signon-unix-time :text</c> How long the user has been idle.</summary>
    public static readonly Numeric RPL_WHOISIDLE = new(317, nameof(RPL_WHOISIDLE), "seconds idle, signon time");

    /// <summary><c>nick :text</c> Ends WHOIS, always.</summary>
    public static readonly Numeric RPL_ENDOFWHOIS = new(318, nameof(RPL_ENDOFWHOIS), "End of /WHOIS list");

    /// <summary><c>nick :*([prefix]channel)</c> The user's rooms, as far as the asker may know of them.</summary>
    public static readonly Numeric RPL_WHOISCHANNELS = new(319, nameof(RPL_WHOISCHANNELS), "");

    /// <summary><c>nick :text</c> Anything else about the user.</summary>
    public static readonly Numeric RPL_WHOISSPECIAL = new(320, nameof(RPL_WHOISSPECIAL), "");

    /// <summary><c>nick account :text</c> The account the user is logged in to.</summary>
    public static readonly Numeric RPL_WHOISACCOUNT = new(330, nameof(RPL_WHOISACCOUNT), "is logged in as");

    /// <summary><c>nick :text</c> The user is a bot. Source: IRCv3 bot-mode.</summary>
    public static readonly Numeric RPL_WHOISBOT = new(335, nameof(RPL_WHOISBOT), "is a bot");

    /// <summary><c>nick [user@host] address :text</c> Where the user really connects from; for the user and operators only.</summary>
    public static readonly Numeric RPL_WHOISACTUALLY = new(338, nameof(RPL_WHOISACTUALLY), "Is actually using host");

    /// <summary><c>channel user host server nick flags :hops realname</c> One user, in WHO.</summary>
    public static readonly Numeric RPL_WHOREPLY = new(352, nameof(RPL_WHOREPLY), "");

    /// <summary><c>[token] field ...</c> One user, in WHO with chosen fields. Source: IRCv3 whox.</summary>
    public static readonly Numeric RPL_WHOSPCRPL = new(354, nameof(RPL_WHOSPCRPL), "");

    /// <summary><c>nick :text</c> Ends WHOWAS.</summary>
    public static readonly Numeric RPL_ENDOFWHOWAS = new(369, nameof(RPL_ENDOFWHOWAS), "End of WHOWAS");

    /// <summary><c>nick :text</c> Where the user connects from; for the user and operators only.</summary>
    public static readonly Numeric RPL_WHOISHOST = new(378, nameof(RPL_WHOISHOST), "");

    /// <summary><c>nick :text</c> The user's modes; for the user and operators only.</summary>
    public static readonly Numeric RPL_WHOISMODES = new(379, nameof(RPL_WHOISMODES), "");

    /// <summary><c>host :text</c> The client's visible host has changed. Source: Hybrid.</summary>
    public static readonly Numeric RPL_VISIBLEHOST = new(396, nameof(RPL_VISIBLEHOST), "is now your visible host");

    /// <summary><c>nick :text</c> Nobody has that nickname.</summary>
    public static readonly Numeric ERR_NOSUCHNICK = new(401, nameof(ERR_NOSUCHNICK), "No such nick/channel");

    /// <summary><c>nick :text</c> Nobody is known to have had the nickname.</summary>
    public static readonly Numeric ERR_WASNOSUCHNICK = new(406, nameof(ERR_WASNOSUCHNICK), "There was no such nickname");

    /// <summary><c>:text</c> The ACCEPT list is full. Source: Hybrid.</summary>
    public static readonly Numeric ERR_ACCEPTFULL = new(456, nameof(ERR_ACCEPTFULL), "Accept list is full");

    /// <summary><c>nick :text</c> Already on the ACCEPT list. Source: Hybrid.</summary>
    public static readonly Numeric ERR_ACCEPTEXIST = new(457, nameof(ERR_ACCEPTEXIST), "is already on your accept list");

    /// <summary><c>nick :text</c> Not on the ACCEPT list. Source: Hybrid.</summary>
    public static readonly Numeric ERR_ACCEPTNOT = new(458, nameof(ERR_ACCEPTNOT), "is not on your accept list");

    /// <summary><c>:text</c> There is no such user mode.</summary>
    public static readonly Numeric ERR_UMODEUNKNOWNFLAG = new(501, nameof(ERR_UMODEUNKNOWNFLAG), "Unknown MODE flag");

    /// <summary><c>:text</c> The target of MODE was another user.</summary>
    public static readonly Numeric ERR_USERSDONTMATCH = new(502, nameof(ERR_USERSDONTMATCH), "Can't change mode for other users");

    /// <summary><c>mask :text</c> The SILENCE list is full. Source: ircu.</summary>
    public static readonly Numeric ERR_SILELISTFULL = new(511, nameof(ERR_SILELISTFULL), "Your silence list is full");

    /// <summary><c>nick :text</c> The user is connected over TLS.</summary>
    public static readonly Numeric RPL_WHOISSECURE = new(671, nameof(RPL_WHOISSECURE), "is using a secure connection");

    /// <summary><c>nick :text</c> The target takes messages only from chosen users. Source: ratbox.</summary>
    public static readonly Numeric RPL_TARGUMODEG = new(716, nameof(RPL_TARGUMODEG), "is in +g mode (server-side ignore)");

    /// <summary><c>nick :text</c> The target has been told of the attempt. Source: ratbox.</summary>
    public static readonly Numeric RPL_TARGNOTIFY = new(717, nameof(RPL_TARGNOTIFY), "has been informed that you messaged them.");

    /// <summary><c>nick user@host :text</c> Somebody tried to write to a user with +g. Source: ratbox.</summary>
    public static readonly Numeric RPL_UMODEGMSG = new(718, nameof(RPL_UMODEGMSG), "is messaging you, and you have user mode +g set.");

    /// <summary><c>:nick[!user@host] *("," nick[!user@host])</c> Monitored nicknames that are online. Source: IRCv3 monitor.</summary>
    public static readonly Numeric RPL_MONONLINE = new(730, nameof(RPL_MONONLINE), "");

    /// <summary><c>:nick *("," nick)</c> Monitored nicknames that are offline. Source: IRCv3 monitor.</summary>
    public static readonly Numeric RPL_MONOFFLINE = new(731, nameof(RPL_MONOFFLINE), "");

    /// <summary><c>:nick *("," nick)</c> Part of the MONITOR list. Source: IRCv3 monitor.</summary>
    public static readonly Numeric RPL_MONLIST = new(732, nameof(RPL_MONLIST), "");

    /// <summary><c>:text</c> Ends the MONITOR list. Source: IRCv3 monitor.</summary>
    public static readonly Numeric RPL_ENDOFMONLIST = new(733, nameof(RPL_ENDOFMONLIST), "End of MONITOR list");

    /// <summary><c>limit targets :text</c> The MONITOR list is full. Source: IRCv3 monitor.</summary>
    public static readonly Numeric ERR_MONLISTFULL = new(734, nameof(ERR_MONLISTFULL), "Monitor list is full.");
}
