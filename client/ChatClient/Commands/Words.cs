using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>Splits typed arguments.</summary>
internal static class Words
{
    /// <summary>The first word, and what comes after it.</summary>
    public static (string Word, string Others) First(string text)
    {
        text = text.Trim();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, string.Empty) : (text[..space], text[(space + 1)..].TrimStart());
    }

    /// <summary>The room that a command is about (the first word if it is a room, otherwise the current one) and the other words.</summary>
    /// <returns>False if there is no room.</returns>
    public static bool TryTakeRoom(IChat chat, string arguments, out string room, out string rest)
    {
        (room, rest) = First(arguments);
        if (chat.IsRoom(room))
            return true;

        rest = arguments;
        room = chat.Current is { } current && chat.IsRoom(current) ? current : string.Empty;
        return room.Length > 0;
    }

    /// <summary>A command of a verb and those parameters that are not empty.</summary>
    public static IrcMessage Command(string verb, params IEnumerable<string> parameters) =>
        new(verb, parameters.Where(parameter => parameter.Length > 0));
}
