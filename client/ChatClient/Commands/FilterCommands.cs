namespace ChatClient.Commands;

/// <summary>Commands about whom to ignore and whom to watch.</summary>
internal static class FilterCommands
{
    public static bool Ignore(IChat chat, string arguments)
    {
        if (arguments.Length == 0)
        {
            chat.Show(chat.Ignored.Masks.Count == 0 ? "Nobody is ignored." : $"Ignored: {string.Join(' ', chat.Ignored.Masks)}");
            return true;
        }

        if (arguments.Contains(' ', StringComparison.Ordinal))
            return false;

        chat.Show(chat.Ignored.Add(arguments) is { } mask ? $"{mask} is ignored until you leave." : $"{arguments} is already ignored.");
        return true;
    }

    public static bool Unignore(IChat chat, string arguments)
    {
        if (arguments.Length == 0 || arguments.Contains(' ', StringComparison.Ordinal))
            return false;

        chat.Show(chat.Ignored.Remove(arguments) ? $"{arguments} is no longer ignored." : $"{arguments} was not ignored.");
        return true;
    }

    public static bool Monitor(IChat chat, string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [])
        {
            ShowFriends(chat);
            return true;
        }

        if (words is ["+" or "-"])
            return false;

        var isRemoval = words[0] == "-";
        foreach (var nick in words.Where(word => word is not ("+" or "-")))
            chat.Do(session => isRemoval ? session.Unfriend(nick) : session.Befriend(nick));
        if (chat.Session.Features.MonitorLimit is null)
            chat.Show("This server can't tell who is online (it has no MONITOR).");
        return true;
    }

    private static void ShowFriends(IChat chat)
    {
        if (chat.Session.Friends.Count == 0)
            chat.Show("You have no friends to watch. Type /monitor + NICK to add one.");
        foreach (var (nick, isOnline) in chat.Session.Friends.OrderBy(friend => friend.Key, StringComparer.OrdinalIgnoreCase))
            chat.Show($"{nick}: {(isOnline is null ? "unknown" : isOnline.Value ? "online" : "offline")}");
    }
}
