namespace ChatClient.View;

/// <summary>Finds out whether a text mentions someone.</summary>
internal static class Mentions
{
    // Nicks may contain these characters besides letters and digits.
    private const string NickSigns = "-_[]\\`^{}|";

    /// <summary>Whether a text contains a nick as a separate word. Case is ignored.</summary>
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
