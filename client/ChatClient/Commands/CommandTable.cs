using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatClient.Commands;

/// <summary>The slash commands there are.</summary>
internal static class CommandTable
{
    /// <summary>All of them, in the order of help.</summary>
    public static readonly ImmutableArray<SlashCommand> All =
    [
        new("join", "ROOM [KEY]", "Joins a room and talks there from now on.", RoomCommands.Join),
        new("part", "[ROOM] [REASON]", "Leaves a room: the current one, if none is named.", RoomCommands.Part),
        new("msg", "TARGET TEXT", "Says something to a nick or in a room, without going there.", TalkCommands.Message),
        new("query", "TARGET [TEXT]", "Talks to a nick, or in a room, from now on.", TalkCommands.Query),
        new("notice", "TARGET TEXT", "Sends a notice, as programs do.", TalkCommands.Notice),
        new("me", "TEXT", "Says what you do: * pip waves.", TalkCommands.Act),
        new("nick", "NICK", "Takes another nick.", UserCommands.Nick),
        new("away", "[REASON]", "Marks you as away; without a reason, as back.", UserCommands.Away),
        new("topic", "[ROOM] [TEXT]", "Shows or sets the topic of a room.", RoomCommands.Topic),
        new("names", "[ROOM]", "Lists who is in a room.", RoomCommands.Names),
        new("list", "[ROOM]", "Lists the rooms of the server.", RoomCommands.List),
        new("whois", "NICK", "Tells about someone.", UserCommands.WhoIs),
        new("invite", "NICK [ROOM]", "Invites someone to a room.", RoomCommands.Invite),
        new("kick", "[ROOM] NICK [REASON]", "Removes someone from a room.", RoomCommands.Kick),
        new("ban", "[ROOM] [MASK]", "Bans a nick or a mask from a room; without one, lists the bans.", RoomCommands.Ban),
        new("unban", "[ROOM] MASK", "Takes a ban back.", RoomCommands.Unban),
        new("mode", "[TARGET] [MODES]", "Shows or sets the modes of a room, or your own.", RoomCommands.Mode),
        new("raw", "LINE", "Sends a line to the server as it stands.", UserCommands.Raw),
        new("quit", "[REASON]", "Leaves the server and ends the program.", UserCommands.Quit),
        new("help", "[COMMAND]", "Explains the commands, or one of them.", ShowHelp),
    ];

    private static readonly FrozenDictionary<string, SlashCommand> ByName;

    // Static fields are set in the order they stand in; this one reads All.
    static CommandTable() => ByName = All.ToFrozenDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs a line that begins with a slash.</summary>
    public static void Run(ICommandTarget chat, string line)
    {
        var (name, arguments) = Words.First(line[1..]);
        if (!ByName.TryGetValue(name, out var command))
            chat.Show($"There is no command /{name}. /help lists those there are; text that begins with a slash is typed with two.");
        else if (!command.Handler(chat, arguments))
            chat.Show($"Usage: {command.Usage}");
    }

    private static bool ShowHelp(ICommandTarget chat, string arguments)
    {
        if (arguments.Length == 0)
        {
            foreach (var command in All)
                chat.Show($"{command.Usage,-28} {command.Help}");
            return true;
        }

        if (!ByName.TryGetValue(arguments.TrimStart('/'), out var one))
            return false;

        chat.Show($"{one.Usage}: {one.Help}");
        return true;
    }
}
