namespace ChatServer.Protocol;

/// <content>Numerics about the server itself: counts, message of the day, administration, help, operators.</content>
public static partial class Numerics
{
    /// <summary><c>:text</c> One line of MAP. Source: ircu.</summary>
    public static readonly Numeric RPL_MAP = new(15, nameof(RPL_MAP), "");

    /// <summary><c>:text</c> Ends MAP. Source: ircu.</summary>
    public static readonly Numeric RPL_MAPEND = new(17, nameof(RPL_MAPEND), "End of /MAP");

    /// <summary><c>link sendq sent-messages sent-bytes received-messages received-bytes seconds-open</c> One connection, in STATS l.
    /// Source: RFC 1459.</summary>
    public static readonly Numeric RPL_STATSLINKINFO = new(211, nameof(RPL_STATSLINKINFO), "");

    /// <summary><c>command count [bytes remote-count]</c> How often a command was used, in STATS m.</summary>
    public static readonly Numeric RPL_STATSCOMMANDS = new(212, nameof(RPL_STATSCOMMANDS), "");

    /// <summary><c>K host * user port class</c> One server ban, in STATS k. Source: RFC 1459.</summary>
    public static readonly Numeric RPL_STATSKLINE = new(216, nameof(RPL_STATSKLINE), "");

    /// <summary><c>letter :text</c> Ends every STATS.</summary>
    public static readonly Numeric RPL_ENDOFSTATS = new(219, nameof(RPL_ENDOFSTATS), "End of /STATS report");

    /// <summary><c>:text</c> How long the server has been up, in STATS u: Server Up 1 days 2:03:04.</summary>
    public static readonly Numeric RPL_STATSUPTIME = new(242, nameof(RPL_STATSUPTIME), "");

    /// <summary><c>O mask * name [privileges] class</c> One operator, in STATS o. Source: RFC 1459.</summary>
    public static readonly Numeric RPL_STATSOLINE = new(243, nameof(RPL_STATSOLINE), "");

    /// <summary><c>:text</c> Free text, in any STATS. Source: Hybrid.</summary>
    public static readonly Numeric RPL_STATSDEBUG = new(249, nameof(RPL_STATSDEBUG), "");

    /// <summary><c>:text</c> The highest number of connections so far. Source: ircu.</summary>
    public static readonly Numeric RPL_STATSCONN = new(250, nameof(RPL_STATSCONN), "");

    /// <summary><c>:text</c> Users, invisible users and servers.</summary>
    public static readonly Numeric RPL_LUSERCLIENT = new(251, nameof(RPL_LUSERCLIENT), "");

    /// <summary><c>count :text</c> Operators.</summary>
    public static readonly Numeric RPL_LUSEROP = new(252, nameof(RPL_LUSEROP), "operator(s) online");

    /// <summary><c>count :text</c> Connections that have not registered.</summary>
    public static readonly Numeric RPL_LUSERUNKNOWN = new(253, nameof(RPL_LUSERUNKNOWN), "unknown connection(s)");

    /// <summary><c>count :text</c> Rooms.</summary>
    public static readonly Numeric RPL_LUSERCHANNELS = new(254, nameof(RPL_LUSERCHANNELS), "channels formed");

    /// <summary><c>:text</c> Clients and servers connected to this server.</summary>
    public static readonly Numeric RPL_LUSERME = new(255, nameof(RPL_LUSERME), "");

    /// <summary><c>[server] :text</c> Begins ADMIN.</summary>
    public static readonly Numeric RPL_ADMINME = new(256, nameof(RPL_ADMINME), "Administrative info");

    /// <summary><c>:text</c> Where the server is.</summary>
    public static readonly Numeric RPL_ADMINLOC1 = new(257, nameof(RPL_ADMINLOC1), "");

    /// <summary><c>:text</c> Who runs it.</summary>
    public static readonly Numeric RPL_ADMINLOC2 = new(258, nameof(RPL_ADMINLOC2), "");

    /// <summary><c>:text</c> The contact address.</summary>
    public static readonly Numeric RPL_ADMINEMAIL = new(259, nameof(RPL_ADMINEMAIL), "");

    /// <summary><c>[current max] :text</c> Users of this server, current and maximum.</summary>
    public static readonly Numeric RPL_LOCALUSERS = new(265, nameof(RPL_LOCALUSERS), "");

    /// <summary><c>[current max] :text</c> Users of the network, current and maximum.</summary>
    public static readonly Numeric RPL_GLOBALUSERS = new(266, nameof(RPL_GLOBALUSERS), "");

    /// <summary><c>version server :comments</c> Answers VERSION; 005 follows.</summary>
    public static readonly Numeric RPL_VERSION = new(351, nameof(RPL_VERSION), "");

    /// <summary><c>server uplink :hops description</c> One server, in LINKS.</summary>
    public static readonly Numeric RPL_LINKS = new(364, nameof(RPL_LINKS), "");

    /// <summary><c>mask :text</c> Ends LINKS.</summary>
    public static readonly Numeric RPL_ENDOFLINKS = new(365, nameof(RPL_ENDOFLINKS), "End of /LINKS list");

    /// <summary><c>:text</c> One line of INFO.</summary>
    public static readonly Numeric RPL_INFO = new(371, nameof(RPL_INFO), "");

    /// <summary><c>:text</c> One line of the message of the day.</summary>
    public static readonly Numeric RPL_MOTD = new(372, nameof(RPL_MOTD), "");

    /// <summary><c>:text</c> Ends INFO.</summary>
    public static readonly Numeric RPL_ENDOFINFO = new(374, nameof(RPL_ENDOFINFO), "End of INFO list");

    /// <summary><c>:text</c> Begins the message of the day: - server Message of the day -.</summary>
    public static readonly Numeric RPL_MOTDSTART = new(375, nameof(RPL_MOTDSTART), "");

    /// <summary><c>:text</c> Ends the message of the day.</summary>
    public static readonly Numeric RPL_ENDOFMOTD = new(376, nameof(RPL_ENDOFMOTD), "End of /MOTD command.");

    /// <summary><c>:text</c> OPER succeeded.</summary>
    public static readonly Numeric RPL_YOUREOPER = new(381, nameof(RPL_YOUREOPER), "You are now an IRC operator");

    /// <summary><c>file :text</c> The configuration is being reloaded.</summary>
    public static readonly Numeric RPL_REHASHING = new(382, nameof(RPL_REHASHING), "Rehashing");

    /// <summary><c>server [unix-time [offset]] :text</c> The server's time; the last parameter is for people.</summary>
    public static readonly Numeric RPL_TIME = new(391, nameof(RPL_TIME), "");

    /// <summary><c>server :text</c> There is no such server.</summary>
    public static readonly Numeric ERR_NOSUCHSERVER = new(402, nameof(ERR_NOSUCHSERVER), "No such server");

    /// <summary><c>:text</c> There is no message of the day.</summary>
    public static readonly Numeric ERR_NOMOTD = new(422, nameof(ERR_NOMOTD), "MOTD File is missing");

    /// <summary><c>server :text</c> No administrator is configured. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_NOADMININFO = new(423, nameof(ERR_NOADMININFO), "No administrative info available");

    /// <summary><c>:text</c> Answers SUMMON. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_SUMMONDISABLED = new(445, nameof(ERR_SUMMONDISABLED), "SUMMON has been disabled");

    /// <summary><c>:text</c> Answers USERS. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_USERSDISABLED = new(446, nameof(ERR_USERSDISABLED), "USERS has been disabled");

    /// <summary><c>:text</c> The command is for operators.</summary>
    public static readonly Numeric ERR_NOPRIVILEGES = new(481, nameof(ERR_NOPRIVILEGES), "Permission Denied- You're not an IRC operator");

    /// <summary><c>:text</c> The target of KILL was a server.</summary>
    public static readonly Numeric ERR_CANTKILLSERVER = new(483, nameof(ERR_CANTKILLSERVER), "You can't kill a server!");

    /// <summary><c>:text</c> No operator may log in from this host.</summary>
    public static readonly Numeric ERR_NOOPERHOST = new(491, nameof(ERR_NOOPERHOST), "No O-lines for your host");

    /// <summary><c>subject :text</c> HELP has nothing about it.</summary>
    public static readonly Numeric ERR_HELPNOTFOUND = new(524, nameof(ERR_HELPNOTFOUND), "No help available on this topic");

    /// <summary><c>subject :text</c> First line of HELP.</summary>
    public static readonly Numeric RPL_HELPSTART = new(704, nameof(RPL_HELPSTART), "");

    /// <summary><c>subject :text</c> One more line of HELP.</summary>
    public static readonly Numeric RPL_HELPTXT = new(705, nameof(RPL_HELPTXT), "");

    /// <summary><c>subject :text</c> Last line of HELP.</summary>
    public static readonly Numeric RPL_ENDOFHELP = new(706, nameof(RPL_ENDOFHELP), "End of /HELP");

    /// <summary><c>privilege :text</c> The operator lacks one privilege.</summary>
    public static readonly Numeric ERR_NOPRIVS = new(723, nameof(ERR_NOPRIVS), "Insufficient oper privileges.");
}
