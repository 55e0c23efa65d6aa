using System.Text;

namespace ChatServer.SimulationTests.Model;

/// <summary>When two names are the same, and whether a mask covers somebody, as the specifications have it.</summary>
/// <remarks>Source: Modern, CASEMAPPING; RFC 1459 section 2.2.</remarks>
internal sealed class Names(bool rfc1459)
{
    public string Fold(string name)
    {
        // Most names are folded already, and every line has one.
        var first = 0;
        while (first < name.Length && Fold(name[first]) == name[first]) first++;
        if (first == name.Length) return name;
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name) folded.Append(Fold(letter));
        return folded.ToString();
    }

    private char Fold(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter + 32),
        '[' when rfc1459 => '{',
        ']' when rfc1459 => '}',
        '\\' when rfc1459 => '|',
        '~' when rfc1459 => '^',
        _ => letter,
    };

    public bool Same(string left, string right) => Fold(left) == Fold(right);

    /// <summary>Whether a mask with <c>*</c> and <c>?</c> covers a text.</summary>
    public bool Covers(string mask, string text) => Match(Fold(mask), 0, Fold(text), 0);

    private static bool Match(string mask, int m, string text, int t)
    {
        while (m < mask.Length)
        {
            if (mask[m] == '*') return Enumerable.Range(t, text.Length - t + 1).Any(start => Match(mask, m + 1, text, start));
            if (t == text.Length || (mask[m] != '?' && mask[m] != text[t])) return false;
            m++;
            t++;
        }

        return t == text.Length;
    }
}
