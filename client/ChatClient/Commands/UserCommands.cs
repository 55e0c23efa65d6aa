using System.Text;
using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>Commands about oneself, about others, and about the connection.</summary>
internal static class UserCommands
{
    public static bool Nick(ICommandTarget chat, string arguments)
    {
        if (arguments.Length == 0 || arguments.Contains(' ', StringComparison.Ordinal))
            return false;

        chat.Send(new IrcMessage("NICK", arguments));
        return true;
    }

    public static bool Away(ICommandTarget chat, string arguments)
    {
        chat.Send(Words.Command("AWAY", arguments));
        return true;
    }

    public static bool WhoIs(ICommandTarget chat, string arguments)
    {
        if (arguments.Length == 0 || arguments.Contains(' ', StringComparison.Ordinal))
            return false;

        chat.Send(new IrcMessage("WHOIS", arguments));
        return true;
    }

    public static bool Raw(ICommandTarget chat, string arguments)
    {
        if (!IrcMessage.TryParse(Encoding.UTF8.GetBytes(arguments), out var line, out _))
            return false;

        chat.Send(line);
        return true;
    }

    public static bool Quit(ICommandTarget chat, string arguments)
    {
        chat.Quit(arguments);
        return true;
    }
}
