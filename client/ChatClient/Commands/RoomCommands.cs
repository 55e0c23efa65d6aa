using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>Commands about a room. Most take the current one if none is named.</summary>
internal static class RoomCommands
{
    public static bool Join(ICommandTarget chat, string arguments)
    {
        var (room, key) = Words.First(arguments);
        if (room.Length == 0)
            return false;

        chat.Send(Words.Command("JOIN", room, key));
        return true;
    }

    public static bool Part(ICommandTarget chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var reason))
            return false;

        chat.Send(Words.Command("PART", room, reason));
        return true;
    }

    public static bool Topic(ICommandTarget chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var topic))
            return false;

        chat.Send(Words.Command("TOPIC", room, topic));
        return true;
    }

    public static bool Names(ICommandTarget chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out _))
            return false;

        chat.Send(new IrcMessage("NAMES", room));
        return true;
    }

    public static bool List(ICommandTarget chat, string arguments)
    {
        chat.Send(Words.Command("LIST", arguments));
        return true;
    }

    public static bool Invite(ICommandTarget chat, string arguments)
    {
        var (nick, rest) = Words.First(arguments);
        if (nick.Length == 0 || !Words.TryTakeRoom(chat, rest, out var room, out _))
            return false;

        chat.Send(new IrcMessage("INVITE", nick, room));
        return true;
    }

    public static bool Kick(ICommandTarget chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var rest) || Words.First(rest) is not ({ Length: > 0 } nick, var reason))
            return false;

        chat.Send(Words.Command("KICK", room, nick, reason));
        return true;
    }

    public static bool Ban(ICommandTarget chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var mask))
            return false;

        chat.Send(Words.Command("MODE", room, "+b", mask.Length == 0 ? mask : MaskOf(mask)));
        return true;
    }

    public static bool Unban(ICommandTarget chat, string arguments)
    {
        if (!Words.TryTakeRoom(chat, arguments, out var room, out var mask) || mask.Length == 0)
            return false;

        chat.Send(new IrcMessage("MODE", room, "-b", MaskOf(mask)));
        return true;
    }

    public static bool Mode(ICommandTarget chat, string arguments)
    {
        var (first, others) = Words.First(arguments);
        var isOwn = first.Equals(chat.Nick, StringComparison.OrdinalIgnoreCase);
        var target = isOwn || chat.IsRoom(first) ? first : chat.Current ?? chat.Nick;
        var modes = target == first ? others : arguments;
        chat.Send(new IrcMessage("MODE", [target, .. modes.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        return true;
    }

    // A bare nick stands for everyone who has it; a mask, or a server's extended ban, stands for itself.
    private static string MaskOf(string typed) => typed.AsSpan().ContainsAny("!@*:") ? typed : $"{typed}!*@*";
}
