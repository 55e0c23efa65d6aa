namespace ChatServer.Protocol;

/// <content>Numerics about rooms: joining, names, topic, modes, lists.</content>
public static partial class Numerics
{
    /// <summary><c>Channel :text</c> Begins LIST.</summary>
    public static readonly Numeric RPL_LISTSTART = new(321, nameof(RPL_LISTSTART), "Users  Name");

    /// <summary><c>channel count :topic</c> One room, in LIST.</summary>
    public static readonly Numeric RPL_LIST = new(322, nameof(RPL_LIST), "");

    /// <summary><c>:text</c> Ends LIST.</summary>
    public static readonly Numeric RPL_LISTEND = new(323, nameof(RPL_LISTEND), "End of /LIST");

    /// <summary><c>channel modes [parameter ...]</c> The room's modes.</summary>
    public static readonly Numeric RPL_CHANNELMODEIS = new(324, nameof(RPL_CHANNELMODEIS), "");

    /// <summary><c>channel unix-time</c> When the room was created.</summary>
    public static readonly Numeric RPL_CREATIONTIME = new(329, nameof(RPL_CREATIONTIME), "");

    /// <summary><c>channel :text</c> The room has no topic.</summary>
    public static readonly Numeric RPL_NOTOPIC = new(331, nameof(RPL_NOTOPIC), "No topic is set");

    /// <summary><c>channel :topic</c> The room's topic.</summary>
    public static readonly Numeric RPL_TOPIC = new(332, nameof(RPL_TOPIC), "");

    /// <summary><c>channel who unix-time</c> Who set the topic, and when.</summary>
    public static readonly Numeric RPL_TOPICWHOTIME = new(333, nameof(RPL_TOPICWHOTIME), "");

    /// <summary><c>channel</c> A room that the client is invited to.</summary>
    public static readonly Numeric RPL_INVITELIST = new(336, nameof(RPL_INVITELIST), "");

    /// <summary><c>:text</c> Ends the list of rooms that the client is invited to.</summary>
    public static readonly Numeric RPL_ENDOFINVITELIST = new(337, nameof(RPL_ENDOFINVITELIST), "End of /INVITE list");

    /// <summary><c>nick channel</c> The invitation was passed on.</summary>
    public static readonly Numeric RPL_INVITING = new(341, nameof(RPL_INVITING), "");

    /// <summary><c>channel mask [who unix-time]</c> One entry of the +I list.</summary>
    public static readonly Numeric RPL_INVEXLIST = new(346, nameof(RPL_INVEXLIST), "");

    /// <summary><c>channel :text</c> Ends the +I list.</summary>
    public static readonly Numeric RPL_ENDOFINVEXLIST = new(347, nameof(RPL_ENDOFINVEXLIST), "End of channel invite exception list");

    /// <summary><c>channel mask [who unix-time]</c> One entry of the +e list.</summary>
    public static readonly Numeric RPL_EXCEPTLIST = new(348, nameof(RPL_EXCEPTLIST), "");

    /// <summary><c>channel :text</c> Ends the +e list.</summary>
    public static readonly Numeric RPL_ENDOFEXCEPTLIST = new(349, nameof(RPL_ENDOFEXCEPTLIST), "End of channel exception list");

    /// <summary><c>symbol channel :[prefix]nick *(SP [prefix]nick)</c> Members; the symbol is = public, @ secret.</summary>
    public static readonly Numeric RPL_NAMREPLY = new(353, nameof(RPL_NAMREPLY), "");

    /// <summary><c>channel :text</c> Ends NAMES, with the room as the client wrote it.</summary>
    public static readonly Numeric RPL_ENDOFNAMES = new(366, nameof(RPL_ENDOFNAMES), "End of /NAMES list");

    /// <summary><c>channel mask [who unix-time]</c> One entry of the +b list.</summary>
    public static readonly Numeric RPL_BANLIST = new(367, nameof(RPL_BANLIST), "");

    /// <summary><c>channel :text</c> Ends the +b list.</summary>
    public static readonly Numeric RPL_ENDOFBANLIST = new(368, nameof(RPL_ENDOFBANLIST), "End of channel ban list");

    /// <summary><c>channel :text</c> There is no such room, or it can't have that name.</summary>
    public static readonly Numeric ERR_NOSUCHCHANNEL = new(403, nameof(ERR_NOSUCHCHANNEL), "No such channel");

    /// <summary><c>channel :text</c> The user is in as many rooms as allowed.</summary>
    public static readonly Numeric ERR_TOOMANYCHANNELS = new(405, nameof(ERR_TOOMANYCHANNELS), "You have joined too many channels");

    /// <summary><c>nick channel :text</c> The named user is not a member.</summary>
    public static readonly Numeric ERR_USERNOTINCHANNEL = new(441, nameof(ERR_USERNOTINCHANNEL), "They aren't on that channel");

    /// <summary><c>channel :text</c> The asker is not a member.</summary>
    public static readonly Numeric ERR_NOTONCHANNEL = new(442, nameof(ERR_NOTONCHANNEL), "You're not on that channel");

    /// <summary><c>nick channel :text</c> The invited user is already a member.</summary>
    public static readonly Numeric ERR_USERONCHANNEL = new(443, nameof(ERR_USERONCHANNEL), "is already on channel");

    /// <summary><c>channel :text</c> The room already has a key. Source: RFC 1459.</summary>
    public static readonly Numeric ERR_KEYSET = new(467, nameof(ERR_KEYSET), "Channel key already set");

    /// <summary><c>channel other-channel :text</c> The join went to another room. Source: UnrealIRCd, Charybdis.</summary>
    public static readonly Numeric ERR_LINKCHANNEL = new(470, nameof(ERR_LINKCHANNEL), "Forwarding to another channel");

    /// <summary><c>channel :text</c> The room has as many members as +l allows.</summary>
    public static readonly Numeric ERR_CHANNELISFULL = new(471, nameof(ERR_CHANNELISFULL), "Cannot join channel (+l)");

    /// <summary><c>letter :text</c> There is no such room mode.</summary>
    public static readonly Numeric ERR_UNKNOWNMODE = new(472, nameof(ERR_UNKNOWNMODE), "is unknown mode char to me");

    /// <summary><c>channel :text</c> The room takes invited users only.</summary>
    public static readonly Numeric ERR_INVITEONLYCHAN = new(473, nameof(ERR_INVITEONLYCHAN), "Cannot join channel (+i)");

    /// <summary><c>channel :text</c> Banned from the room.</summary>
    public static readonly Numeric ERR_BANNEDFROMCHAN = new(474, nameof(ERR_BANNEDFROMCHAN), "Cannot join channel (+b)");

    /// <summary><c>channel :text</c> Wrong key, or none.</summary>
    public static readonly Numeric ERR_BADCHANNELKEY = new(475, nameof(ERR_BADCHANNELKEY), "Cannot join channel (+k)");

    /// <summary><c>channel :text</c> No room can have that name.</summary>
    public static readonly Numeric ERR_BADCHANMASK = new(476, nameof(ERR_BADCHANMASK), "Bad Channel Mask");

    /// <summary><c>channel :text</c> The room takes users with an account only. Source: Bahamut, ircu, UnrealIRCd.</summary>
    public static readonly Numeric ERR_NEEDREGGEDNICK = new(477, nameof(ERR_NEEDREGGEDNICK), "You need to be logged in to an account");

    /// <summary><c>channel letter :text</c> The list is full. Source: RFC 2812.</summary>
    public static readonly Numeric ERR_BANLISTFULL = new(478, nameof(ERR_BANLISTFULL), "Channel list is full");

    /// <summary><c>channel :text</c> Too many have joined just now. Source: ratbox, Charybdis.</summary>
    public static readonly Numeric ERR_THROTTLE = new(480, nameof(ERR_THROTTLE), "Cannot join channel (+j), try again later");

    /// <summary><c>channel :text</c> The asker's rank in the room is too low.</summary>
    public static readonly Numeric ERR_CHANOPRIVSNEEDED = new(482, nameof(ERR_CHANOPRIVSNEEDED), "You're not channel operator");

    /// <summary><c>channel :text</c> The room takes users on TLS only. Source: UnrealIRCd.</summary>
    public static readonly Numeric ERR_SECUREONLYCHAN = new(489, nameof(ERR_SECUREONLYCHAN), "Cannot join channel (+z)");

    /// <summary><c>channel :text</c> The room takes operators only. Source: UnrealIRCd.</summary>
    public static readonly Numeric ERR_OPERONLY = new(520, nameof(ERR_OPERONLY), "Cannot join channel (IRC operators only)");

    /// <summary><c>channel :text</c> The key breaks the rules.</summary>
    public static readonly Numeric ERR_INVALIDKEY = new(525, nameof(ERR_INVALIDKEY), "Key is not well-formed");

    /// <summary><c>target letter parameter :text</c> The mode can't have that parameter.</summary>
    public static readonly Numeric ERR_INVALIDMODEPARAM = new(696, nameof(ERR_INVALIDMODEPARAM), "Invalid mode parameter");

    /// <summary><c>channel nick!user@host :text</c> To operators: somebody asks to be invited. Source: ratbox.</summary>
    public static readonly Numeric RPL_KNOCK = new(710, nameof(RPL_KNOCK), "has asked for an invite.");

    /// <summary><c>channel :text</c> The operators have been asked. Source: ratbox.</summary>
    public static readonly Numeric RPL_KNOCKDLVR = new(711, nameof(RPL_KNOCKDLVR), "Your KNOCK has been delivered.");

    /// <summary><c>channel :text</c> Knocked too often. Source: ratbox.</summary>
    public static readonly Numeric ERR_TOOMANYKNOCK = new(712, nameof(ERR_TOOMANYKNOCK), "Too many KNOCKs (channel).");

    /// <summary><c>channel :text</c> There is no need to knock. Source: ratbox.</summary>
    public static readonly Numeric ERR_CHANOPEN = new(713, nameof(ERR_CHANOPEN), "Channel is open.");

    /// <summary><c>channel :text</c> A member knocked. Source: ratbox.</summary>
    public static readonly Numeric ERR_KNOCKONCHAN = new(714, nameof(ERR_KNOCKONCHAN), "You are already on that channel.");

    /// <summary><c>channel q mask [who unix-time]</c> One entry of the mute list. Source: Charybdis.</summary>
    public static readonly Numeric RPL_QUIETLIST = new(728, nameof(RPL_QUIETLIST), "");

    /// <summary><c>channel q :text</c> Ends the mute list. Source: Charybdis.</summary>
    public static readonly Numeric RPL_ENDOFQUIETLIST = new(729, nameof(RPL_ENDOFQUIETLIST), "End of channel quiet list");

    /// <summary><c>channel letter locked-modes :text</c> The mode is locked for this room. Source: Charybdis.</summary>
    public static readonly Numeric ERR_MLOCKRESTRICTED = new(
        742, nameof(ERR_MLOCKRESTRICTED), "MODE cannot be set due to channel having an active MLOCK restriction policy");
}
