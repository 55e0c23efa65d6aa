namespace ChatServer.Protocol;

/// <summary>Wildcard patterns: <c>*</c> matches any run of characters, even an empty one; <c>?</c> matches exactly one.</summary>
/// <remarks>There is no escape: a backslash is legal in nicknames, so it stands for itself, as brackets do. Any thread.</remarks>
public static class Glob
{
    /// <summary>Whether all of <paramref name="text"/> matches <paramref name="pattern"/>, character by character.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => IsMatch(pattern, text, mapping: null);

    /// <summary>The same under a case mapping.</summary>
    /// <param name="pattern">The pattern, already folded.</param>
    /// <param name="text">The text in any case; it is folded character by character, without a copy.</param>
    /// <param name="mapping">The mapping, or null to compare characters exactly.</param>
    /// <remarks>Only the last star seen is retried: it may take one more character, which makes every earlier star's choice final. At most
    /// |pattern| x |text| steps, and no memory, whatever pattern a peer sends.</remarks>
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
