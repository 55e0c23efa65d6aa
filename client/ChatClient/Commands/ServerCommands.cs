using System.Text;
using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>Commands about the server and the connection to it.</summary>
internal static class ServerCommands
{
    public static bool Motd(IChat chat, string arguments)
    {
        chat.Send(new IrcMessage("MOTD"));
        return true;
    }

    public static bool Lag(IChat chat, string arguments)
    {
        chat.Show(chat.Session.Lag is { } lag ? $"The server takes {lag.TotalMilliseconds:0} ms to answer." : "Not measured yet.");
        return true;
    }

    public static bool Connect(IChat chat, string arguments)
    {
        chat.Reconnect();
        return true;
    }

    public static bool Raw(IChat chat, string arguments)
    {
        if (!IrcMessage.TryParse(Encoding.UTF8.GetBytes(arguments), out var line, out _))
            return false;

        chat.Send(line);
        return true;
    }

    public static bool Quit(IChat chat, string arguments)
    {
        chat.Quit(arguments);
        return true;
    }
}
