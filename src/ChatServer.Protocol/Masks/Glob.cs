namespace ChatServer.Protocol;

/// <summary>Wildcard patterns: <c>*</c> is any run of characters, also an empty one; <c>?</c> is exactly one.</summary>
/// <remarks>There is no escape: a backslash is a letter of nicknames, so it stands for itself, as brackets do. Any thread.</remarks>
public static class Glob
{
    /// <summary>Whether the whole of <paramref name="text"/> fits <paramref name="pattern"/>, letter for letter.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => IsMatch(pattern, text, mapping: null);

    /// <summary>The same under a case mapping.</summary>
    /// <param name="pattern">The pattern, folded already.</param>
    /// <param name="text">The text in any case; it is folded character by character, without a copy.</param>
    /// <param name="mapping">The mapping, or null to compare letter for letter.</param>
    /// <remarks>Only the last star seen is ever tried again: it may take one character more, which makes every earlier star's
    /// choice final. At most |pattern| x |text| steps, and no memory, whatever a peer sends as a pattern.</remarks>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, CaseMapping? mapping)
    {
        int p = 0, t = 0;
        int star = -1, starText = 0;

        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                starText = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == (mapping?.Fold(text[t]) ?? text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        return !pattern[p..].ContainsAnyExcept('*');
    }
}
