using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatClient.Commands;

/// <summary>The slash commands of a chat.</summary>
internal sealed class CommandTable
{
    /// <summary>Those that every view has, in the order of help.</summary>
    public static readonly ImmutableArray<SlashCommand> Common =
    [
        new("join", "ROOM[,ROOM] [KEY]", "Joins a room and makes it the current one; the # may be omitted.", RoomCommands.Join),
        new("part", "[ROOM] [REASON]", "Leaves a room; without a name, the current one.", RoomCommands.Part),
        new("cycle", "[ROOM] [REASON]", "Leaves a room and joins it again.", RoomCommands.Cycle),
        new("msg", "TARGET TEXT", "Sends a message to a nick or room, without switching to it.", TalkCommands.Message),
        new("query", "TARGET [TEXT]", "Makes a nick or room the current conversation.", TalkCommands.Query),
        new("notice", "TARGET TEXT", "Sends a notice to a nick or room.", TalkCommands.Notice),
        new("me", "TEXT", "Says what you do: * pip waves.", TalkCommands.Act),
        new("say", "TEXT", "Sends a message here, even if it begins with a slash.", TalkCommands.Say),
        new("reply", "[NICK] TEXT", "Replies to the last message here, or the last one from NICK.", TalkCommands.Reply),
        new("react", "REACTION [NICK]", "Reacts with an emoji to the last message here, or the last one from NICK.", TalkCommands.React),
        new("unreact", "REACTION [NICK]", "Removes a reaction.", TalkCommands.Unreact),
        new("redact", "[REASON]", "Deletes your last message here, if the server supports it.", TalkCommands.Redact),
        new("ctcp", "TARGET REQUEST", "Sends a request to somebody's client: VERSION, PING, TIME.", TalkCommands.Ctcp),
        new("nick", "NICK", "Changes your nick.", UserCommands.Nick),
        new("away", "[REASON]", "Marks you as away; without a reason, as back.", UserCommands.Away),
        new("back", "", "Marks you as back.", UserCommands.Back),
        new("topic", "[ROOM] [TEXT]", "Shows or sets the topic of a room; - as the text removes it.", RoomCommands.Topic),
        new("names", "[ROOM]", "Lists who is in a room.", RoomCommands.Names),
        new("list", "[ROOM]", "Lists the rooms of the server.", RoomCommands.List),
        new("who", "[ROOM or MASK]", "Lists who is in a room, or who matches a mask.", UserCommands.Who),
        new("whois", "NICK", "Shows information about someone.", UserCommands.WhoIs),
        new("whowas", "NICK", "Shows information about someone who has left.", UserCommands.WhoWas),
        new("invite", "NICK [ROOM]", "Invites someone to a room.", RoomCommands.Invite),
        new("kick", "[ROOM] NICK [REASON]", "Removes someone from a room.", RoomCommands.Kick),
        new("ban", "[ROOM] [MASK]", "Bans a nick or a mask from a room; without one, lists the bans.", RoomCommands.Ban),
        new("unban", "[ROOM] MASK", "Removes a ban.", RoomCommands.Unban),
        new("kickban", "[ROOM] NICK [REASON]", "Bans someone from a room and removes them.", RoomCommands.KickBan),
        new("op", "[ROOM] NICK...", "Makes people operators of a room.", RoomCommands.Op),
        new("deop", "[ROOM] NICK...", "Removes the operator status of people.", RoomCommands.Deop),
        new("voice", "[ROOM] NICK...", "Gives people a voice in a moderated room.", RoomCommands.Voice),
        new("devoice", "[ROOM] NICK...", "Removes the voice of people.", RoomCommands.Devoice),
        new("mode", "[TARGET] [MODES]", "Shows or sets the modes of a room, or your own.", RoomCommands.Mode),
        new("ignore", "[MASK]", "Ignores a nick or mask; without one, lists what is ignored.", FilterCommands.Ignore),
        new("unignore", "MASK", "Stops ignoring a nick or mask.", FilterCommands.Unignore),
        new("monitor", "[+|-] [NICK...]", "Adds (+) or removes (-) friends to watch, or lists them.", FilterCommands.Monitor),
        new("motd", "", "Shows the server's message of the day.", ServerCommands.Motd),
        new("lag", "", "Shows how long the server takes to answer.", ServerCommands.Lag),
        new("connect", "", "Closes the connection and connects again.", ServerCommands.Connect),
        new("raw", "LINE", "Sends a line to the server, unchanged.", ServerCommands.Raw),
        new("quit", "[REASON]", "Leaves the server and ends the program.", ServerCommands.Quit),
        new("help", "[COMMAND]", "Explains the commands, or one of them.", ShowHelp),
    ];

    // Names that users of other clients are used to.
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["j"] = "join",
        ["leave"] = "part",
        ["m"] = "msg",
        ["q"] = "query",
        ["w"] = "whois",
        ["k"] = "kick",
        ["kb"] = "kickban",
        ["t"] = "topic",
        ["n"] = "names",
        ["action"] = "me",
        ["describe"] = "me",
        ["quote"] = "raw",
        ["exit"] = "quit",
        ["bye"] = "quit",
        ["reconnect"] = "connect",
        ["delete"] = "redact",
        ["h"] = "help",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, SlashCommand> _byName;

    /// <summary>The common commands, and those of a view.</summary>
    public CommandTable(ImmutableArray<SlashCommand> ofView)
    {
        All = Common.InsertRange(Common.Length - 2, ofView);
        _byName = All.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (alias, name) in Aliases)
            _byName.TryAdd(alias, _byName[name]);
    }

    /// <summary>All commands, in the order of help.</summary>
    public ImmutableArray<SlashCommand> All { get; }

    /// <summary>Runs a line that begins with a slash.</summary>
    public void Run(IChat chat, string line)
    {
        var (name, arguments) = Words.First(line[1..]);
        if (!_byName.TryGetValue(name, out var command))
            chat.Show($"There is no command /{name}. /help lists all commands. To send text that begins with a slash, type two slashes.");
        else if (!command.Handler(chat, arguments))
            chat.Show($"Usage: {command.Usage}");
    }

    private static bool ShowHelp(IChat chat, string arguments)
    {
        if (arguments.Length == 0)
        {
            foreach (var command in chat.Commands)
                chat.Show($"{command.Usage,-30} {command.Help}");
            return true;
        }

        var name = arguments.TrimStart('/');
        name = Aliases.GetValueOrDefault(name, name);
        if (chat.Commands.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } one)
            return false;

        chat.Show($"{one.Usage}: {one.Help}");
        return true;
    }
}
