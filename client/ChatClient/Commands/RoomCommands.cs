using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>Commands about a room. Most take the current one if none is named.</summary>
internal static class RoomCommands
{
    public static bool Join(IChat chat, string arguments)
    {
        var (room, key) = Words.First(arguments);
        if (room.Length == 0)
            return false;

        var rooms = room.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => chat.IsRoom(name) ? name : $"#{name}");
        chat.Send(Words.Command("JOIN", string.Join(',', rooms), key));
        return true;
    }

    public static bool Part(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var reason))
            return false;

        chat.Send(Words.Command("PART", room, reason));
        return true;
    }

    public static bool Cycle(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var reason))
            return false;

        chat.Send(Words.Command("PART", room, reason));
        chat.Send(new IrcMessage("JOIN", room));
        return true;
    }

    public static bool Topic(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var topic))
            return false;

        chat.Send(topic == "-" ? new IrcMessage("TOPIC", room, string.Empty) : Words.Command("TOPIC", room, topic));
        return true;
    }

    public static bool Names(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out _))
            return false;

        chat.Send(new IrcMessage("NAMES", room));
        return true;
    }

    public static bool List(IChat chat, string arguments)
    {
        chat.Send(Words.Command("LIST", arguments));
        return true;
    }

    public static bool Invite(IChat chat, string arguments)
    {
        var (nick, rest) = Words.First(arguments);
        if (nick.Length == 0 || !Words.TryTakeRoom(chat, rest, out var room, out _))
            return false;

        chat.Send(new IrcMessage("INVITE", nick, room));
        return true;
    }

    public static bool Kick(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var rest) || Words.First(rest) is not ({ Length: > 0 } nick, var reason))
            return false;

        chat.Send(Words.Command("KICK", room, nick, reason));
        return true;
    }

    public static bool Ban(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var mask))
            return false;

        chat.Send(Words.Command("MODE", room, "+b", mask.Length == 0 ? mask : MaskOf(mask)));
        return true;
    }

    public static bool Unban(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var mask) || mask.Length == 0)
            return false;

        chat.Send(new IrcMessage("MODE", room, "-b", MaskOf(mask)));
        return true;
    }

    public static bool KickBan(IChat chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var rest) || Words.First(rest) is not ({ Length: > 0 } nick, var reason))
            return false;

        chat.Send(new IrcMessage("MODE", room, "+b", MaskOf(nick)));
        chat.Send(Words.Command("KICK", room, nick, reason));
        return true;
    }

    public static bool Op(IChat chat, string arguments) => SetRank(chat, arguments, '+', 'o');

    public static bool Deop(IChat chat, string arguments) => SetRank(chat, arguments, '-', 'o');

    public static bool Voice(IChat chat, string arguments) => SetRank(chat, arguments, '+', 'v');

    public static bool Devoice(IChat chat, string arguments) => SetRank(chat, arguments, '-', 'v');

    public static bool Mode(IChat chat, string arguments)
    {
        var (first, others) = Words.First(arguments);
        var isOwn = first.Equals(chat.Session.Nick, StringComparison.OrdinalIgnoreCase);
        var target = isOwn || chat.IsRoom(first) ? first : chat.Current ?? chat.Session.Nick;
        var modes = target == first ? others : arguments;
        chat.Send(new IrcMessage("MODE", [target, .. modes.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        return true;
    }

    // As many changes per line as every server takes. Source: RFC 2812 section 3.2.3.
    private static bool SetRank(IChat chat, string arguments, char sign, char letter)
    {
        const int ChangesInOneLine = 3;
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var rest) || rest.Length == 0)
            return false;

        foreach (var nicks in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(ChangesInOneLine))
            chat.Send(new IrcMessage("MODE", [room, sign + new string(letter, nicks.Length), .. nicks]));
        return true;
    }

    // A bare nick stands for everyone who has it; a mask, or a server's extended ban, stands for itself.
    private static string MaskOf(string typed) => typed.AsSpan().ContainsAny("!@*:") ? typed : $"{typed}!*@*";
}
