using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>Commands about the user and about others.</summary>
internal static class UserCommands
{
    public static bool Nick(IChat chat, string arguments) => SendAbout(chat, "NICK", arguments);

    public static bool WhoIs(IChat chat, string arguments) => SendAbout(chat, "WHOIS", arguments);

    public static bool WhoWas(IChat chat, string arguments) => SendAbout(chat, "WHOWAS", arguments);

    public static bool Away(IChat chat, string arguments)
    {
        chat.Send(Words.Command("AWAY", arguments));
        return true;
    }

    public static bool Back(IChat chat, string arguments) => Away(chat, string.Empty);

    public static bool Who(IChat chat, string arguments)
    {
        if ((arguments.Length > 0 ? arguments : chat.Current) is not { } mask)
            return false;

        chat.Send(Words.Command("WHO", mask.Split(' ')));
        return true;
    }

    // One word, which is a nick.
    private static bool SendAbout(IChat chat, string verb, string nick)
    {
        if (nick.Length == 0 || nick.Contains(' ', StringComparison.Ordinal))
            return false;

        chat.Send(new IrcMessage(verb, nick));
        return true;
    }
}
