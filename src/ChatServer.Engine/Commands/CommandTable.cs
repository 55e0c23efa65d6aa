using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>All commands, each with what can be checked for all alike: who may use it when, with how many parameters, at what cost.
/// </summary>
/// <remarks>Any thread. Source: Modern, Client Messages; IRCv3 capability-negotiation, message-tags, utf8-only.</remarks>
internal static partial class CommandTable
{
    private const int LongestVerb = 16;

    /// <summary>The rows, ordered by verb.</summary>
    public static readonly ImmutableArray<Command> All = Numbered(
    [
        new(
            "ACCEPT", 0, Access.AfterRegistration, 1, AcceptCommand.Accept,
            "[nick[,-nick ...]]", "Says, or lists, whom you hear while you have user mode g."),
        new("ADMIN", 0, Access.AfterRegistration, 1, ServerCommands.Admin, "[server]", "Shows who runs this server."),
        new("AWAY", 0, Access.AfterRegistration, 1, UserCommands.Away, "[:reason]", "Marks you as away; without a reason, as back.")
        {
            EarlyWith = Dialect.PreAway,
        },
        new(
            "BATCH", 1, Access.AfterRegistration, 1, BatchCommand.Batch,
            "<+|-><reference> [type] [target]", "Frames a message of several lines."),
        new("CAP", 1, Access.Always, 1, CapabilityCommand.Cap, "<LS|LIST|REQ|END> [:capabilities]", "Negotiates protocol extensions."),
        new(
            "CHATHISTORY", 0, Access.AfterRegistration, 2, HistoryCommands.ChatHistory,
            "<subcommand> <target> <point> [point] <limit>", "Shows what was said before."),
        new("CHGHOST", 2, Access.Operator, 1, OperatorCommands.ChangeHost, "<nick> <host>", "Gives somebody another host.")
        {
            Privilege = OperatorPrivilege.ChangeHost,
        },
        new("CONNECT", 1, Access.Operator, 1, ServerControlCommands.NoOtherServer, "<server>", "Links a server; here there is none."),
        new("DIE", 0, Access.Operator, 1, ServerControlCommands.Die, "", "Ends the server.")
        {
            Privilege = OperatorPrivilege.Die,
        },
        new("ERROR", 0, Access.Always, 1, static (_, _) => { }, ":text", "Is what servers say; from clients it is ignored."),
        new("HELP", 0, Access.AfterRegistration, 1, HelpCommand.Help, "[command]", "Shows the commands, or what one of them does."),
        new("HELPOP", 0, Access.AfterRegistration, 1, HelpCommand.Help, "[command]", "Is another word for HELP."),
        new("INFO", 0, Access.AfterRegistration, 1, ServerCommands.Info, "", "Shows what this server is made of."),
        new(
            "INVITE", 0, Access.AfterRegistration, 1, InviteCommand.Invite,
            "[<nick> <room>]", "Invites somebody to a room, or lists your invitations."),
        new("ISON", 1, Access.AfterRegistration, 1, UserCommands.IsOn, "<nick> [nick ...]", "Tells which of the nicks are online."),
        new("ISUPPORT", 0, Access.AfterRegistration, 1, ServerCommands.ISupport, "", "Shows the server's features and limits.")
        {
            EarlyWith = Dialect.ExtendedIsupport,
        },
        new(
            "JOIN", 1, Access.AfterRegistration, 1, JoinCommand.Join,
            "<room>[,room ...] [key[,key ...]] | 0", "Joins rooms; 0 leaves all."),
        new(
            "KICK", 2, Access.AfterRegistration, 1, RoomCommands.Kick,
            "<room>[,room ...] <nick>[,nick ...] [:reason]", "Throws members out of a room."),
        new("KILL", 1, Access.Operator, 1, OperatorCommands.Kill, "<nick> [:reason]", "Disconnects somebody.")
        {
            Privilege = OperatorPrivilege.Kill,
        },
        new("KNOCK", 1, Access.AfterRegistration, 2, KnockCommand.Knock, "<room> [:text]", "Asks to be invited to a room."),
        new("LINKS", 0, Access.AfterRegistration, 1, ServerControlCommands.Links, "[[server] mask]", "Lists the servers, to operators."),
        new("LIST", 0, Access.AfterRegistration, 2, ListCommand.List, "[room,...] [>n,<n,mask,!mask,C<n,T<n ...]", "Lists rooms."),
        new("LUSERS", 0, Access.AfterRegistration, 1, ServerCommands.Lusers, "", "Counts users, connections and rooms."),
        new("MAP", 0, Access.AfterRegistration, 1, ServerControlCommands.Map, "", "Shows how servers are linked, to operators."),
        new(
            "MARKREAD", 0, Access.AfterRegistration, 1, MarkReadCommand.MarkRead,
            "<target> [timestamp=<time>]", "Says, or asks, up to when you have read a conversation."),
        new("MODE", 1, Access.AfterRegistration, 1, ModeCommand.Mode, "<room|nick> [modes [parameter ...]]", "Shows or changes modes."),
        new("MONITOR", 1, Access.AfterRegistration, 1, MonitorCommand.Monitor, "<+|-|C|L|S> [nick,...]", "Tells when nicks come and go."),
        new("MOTD", 0, Access.AfterRegistration, 1, ServerCommands.Motd, "[server]", "Shows the message of the day."),
        new("NAMES", 0, Access.AfterRegistration, 1, RoomCommands.Names, "<room>[,room ...]", "Lists the members of rooms."),
        new("NICK", 1, Access.Always, 1, RegistrationCommands.Nick, "<nick>", "Takes a nick, or another one.")
        {
            WhenMissing = static _ => Numerics.ERR_NONICKNAMEGIVEN,
        },
        new(
            "NOTICE", 2, Access.AfterRegistration, CostOfSpeaking, MessageCommands.Notice,
            "<target>[,target ...] :text", "Speaks, and wants no answer.")
        {
            WhenMissing = static _ => null,
        },
        new("NPC", 3, Access.AfterRegistration, 1, PersonaCommands.Npc, "<room> <name> :text", "Speaks as a figure of a play."),
        new("NPCA", 3, Access.AfterRegistration, 1, PersonaCommands.NpcAction, "<room> <name> :text", "Says what a figure of a play does."),
        new("OPER", 2, Access.AfterRegistration, 2, OperatorCommands.Oper, "<name> <password>", "Makes you an operator of the server."),
        new("PART", 1, Access.AfterRegistration, 1, RoomCommands.Part, "<room>[,room ...] [:reason]", "Leaves rooms."),
        new("PASS", 1, Access.BeforeRegistration, 1, RegistrationCommands.Pass, "<password>", "Gives the server's password."),
        new("PING", 1, Access.Always, 1, RegistrationCommands.Ping, "<token>", "Asks for a sign of life.")
        {
            WhenMissing = static _ => Numerics.ERR_NOORIGIN,
        },
        new("PONG", 0, Access.Always, 0, static (_, _) => { }, "<token>", "Answers a PING."),
        new(
            "PRIVMSG", 2, Access.AfterRegistration, CostOfSpeaking, MessageCommands.Message,
            "<target>[,target ...] :text", "Speaks to rooms and users.")
        {
            WhenMissing = static given => given == 0 ? Numerics.ERR_NORECIPIENT : Numerics.ERR_NOTEXTTOSEND,
        },
        new(
            "PROXY", 0, Access.Always, 1, static (_, _) => { },
            "...", "Is for proxies, as the very first line of a connection; later it is ignored."),
        new("QUIT", 0, Access.Always, 0, RegistrationCommands.Quit, "[:reason]", "Leaves the server."),
        new("REDACT", 2, Access.AfterRegistration, 1, RedactCommand.Redact, "<target> <message id> [:reason]", "Takes back what was said."),
        new("REHASH", 0, Access.Operator, 1, ServerControlCommands.Rehash, "", "Has the configuration read again.")
        {
            Privilege = OperatorPrivilege.Rehash,
        },
        new(
            "RELAYMSG", 3, Access.AfterRegistration, 1, PersonaCommands.RelayMessage,
            "<room> <nick/elsewhere> :text", "Speaks for somebody who is elsewhere."),
        new(
            "RENAME", 2, Access.AfterRegistration, 2, RenameCommand.Rename, "<room> <new name> [:reason]", "Gives a room another name."),
        new("RESTART", 0, Access.Operator, 1, ServerControlCommands.Restart, "", "Would start the server again; it can't do so by itself.")
        {
            Privilege = OperatorPrivilege.Die,
        },
        new(
            "SAMODE", 2, Access.Operator, 1, ModeCommand.ForceMode,
            "<room> <modes> [parameter ...]", "Changes a room's modes, whatever your rank in it.")
        {
            Privilege = OperatorPrivilege.RoomModes,
        },
        new("SCENE", 2, Access.AfterRegistration, 1, PersonaCommands.Scene, "<room> :text", "Says what is to be seen in a play."),
        new("SETNAME", 1, Access.AfterRegistration, 1, UserCommands.SetName, ":real name", "Changes your real name."),
        new(
            "SQUIT", 1, Access.Operator, 1, ServerControlCommands.NoOtherServer,
            "<server> [:reason]", "Unlinks a server; here there is none."),
        new(
            "STATS", 0, Access.AfterRegistration, 1, StatsCommand.Stats,
            "[letter [server]]", "Shows statistics; without a letter, which there are."),
        new("SUMMON", 0, Access.AfterRegistration, 1, ServerCommands.Summon, "", "Is disabled, as everywhere."),
        new("TAGMSG", 1, Access.AfterRegistration, 1, MessageCommands.TagMessage, "<target>[,target ...]", "Sends tags without text."),
        new("TIME", 0, Access.AfterRegistration, 1, ServerCommands.Time, "[server]", "Shows the server's time."),
        new("TOPIC", 1, Access.AfterRegistration, 1, RoomCommands.Topic, "<room> [:topic]", "Shows or sets a room's topic."),
        new("USER", 4, Access.BeforeRegistration, 1, RegistrationCommands.User, "<user> 0 * :real name", "Says who you are."),
        new("USERHOST", 1, Access.AfterRegistration, 1, UserCommands.UserHost, "<nick> [nick ...]", "Shows where up to five users are."),
        new("USERS", 0, Access.AfterRegistration, 1, ServerCommands.Users, "[server]", "Is disabled, as everywhere."),
        new("VERSION", 0, Access.AfterRegistration, 1, ServerCommands.Version, "[server]", "Shows the server's version and features."),
        new("WALLOPS", 1, Access.Operator, 1, OperatorCommands.Wallops, ":text", "Speaks to all who have user mode w.")
        {
            Privilege = OperatorPrivilege.Wallops,
        },
        new(
            "WEBIRC", 4, Access.BeforeRegistration, 1, WebIrcCommand.WebIrc,
            "<password> <gateway> <host> <ip> [:options]", "Says for whom a gateway connects.")
        {
            ClosesWhenMissing = true,
        },
        new("WHO", 0, Access.AfterRegistration, 2, WhoCommand.Who, "[room|mask] [o]", "Lists users."),
        new("WHOIS", 1, Access.AfterRegistration, 1, UserCommands.Whois, "[server] <nick>", "Shows who somebody is.")
        {
            WhenMissing = static _ => Numerics.ERR_NONICKNAMEGIVEN,
        },
        new("WHOWAS", 1, Access.AfterRegistration, 1, UserCommands.Whowas, "<nick> [count]", "Shows who somebody was.")
        {
            WhenMissing = static _ => Numerics.ERR_NONICKNAMEGIVEN,
        },
    ]);

    private static readonly FrozenDictionary<string, Command>.AlternateLookup<ReadOnlySpan<char>> ByVerb =
        All.ToFrozenDictionary(command => command.Verb, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary><c>PRIVMSG</c>.</summary>
    public static readonly Command PrivateMessage = Find("PRIVMSG"u8)!;

    /// <summary><c>NOTICE</c>.</summary>
    public static readonly Command Notice = Find("NOTICE"u8)!;

    /// <summary>What a line of PRIVMSG or NOTICE costs.</summary>
    public const int CostOfSpeaking = 1;

    /// <summary>Finds a command.</summary>
    /// <param name="verb">In any case.</param>
    public static Command? Find(ReadOnlySpan<byte> verb)
    {
        if (verb.Length > LongestVerb) return null;
        Span<char> text = stackalloc char[verb.Length];
        Encoding.Latin1.GetChars(verb, text);
        return ByVerb.TryGetValue(text, out var command) ? command : null;
    }

    private static ImmutableArray<Command> Numbered(ImmutableArray<Command> rows) =>
        [.. rows.Select(static (row, index) => row with { Index = index })];
}
