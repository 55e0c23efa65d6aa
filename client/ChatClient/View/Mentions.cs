namespace ChatClient.View;

/// <summary>Finds out whether someone is called.</summary>
internal static class Mentions
{
    // Besides letters and digits, what nicks are made of.
    private const string NickSigns = "-_[]\\`^{}|";

    /// <summary>Whether a nick stands in a text, as a word of its own and in whatever case.</summary>
    public static bool IsIn(string text, string nick)
    {
        if (nick.Length == 0)
            return false;

        for (var at = 0; (at = text.IndexOf(nick, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + nick.Length;
            if ((at == 0 || !IsOfNick(text[at - 1])) && (end == text.Length || !IsOfNick(text[end])))
                return true;
        }

        return false;
    }

    private static bool IsOfNick(char letter) => char.IsLetterOrDigit(letter) || NickSigns.Contains(letter, StringComparison.Ordinal);
}
