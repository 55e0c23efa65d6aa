using System.Text;

namespace ChatServer.Protocol;

/// <summary>Brings equivalent text into one form: letters and their marks as one code point where one exists (NFC), or fully decomposed
/// (NFD).</summary>
/// <remarks>Without ICU, which the server does not need otherwise, .NET's own normalisation leaves text unchanged. Any thread.
/// Source: Unicode Standard Annex 15; for Hangul, The Unicode Standard section 3.12.</remarks>
internal static class NormalForm
{
    /// <summary>All code points below it are already in both forms, except letters with an accent, which NFD decomposes.</summary>
    private const char FirstMark = '\u0300';

    /// <summary>NFC.</summary>
    /// <returns><paramref name="text"/> itself when nothing changes.</returns>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', (char)(FirstMark - 1)) < 0) return text;
        var composed = ToText(Compose(TakeApart(text)));
        return composed == text ? text : composed;
    }

    /// <summary>NFD.</summary>
    public static string Decompose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? text : ToText(TakeApart(text));
    }

    private static List<int> TakeApart(string text)
    {
        var apart = new List<int>(text.Length + 4);
        foreach (var rune in text.EnumerateRunes()) AppendParts(apart, rune.Value);
        OrderMarks(apart);
        return apart;
    }

    private static void AppendParts(List<int> apart, int value)
    {
        if (Hangul.TryDecompose(value, out var syllable))
        {
            apart.AddRange(syllable);
        }
        else if (UnicodeTables.Instance.TryDecompose(value, out var parts))
        {
            AppendParts(apart, parts.First);
            if (parts.Second != 0) apart.Add(parts.Second);
        }
        else
        {
            apart.Add(value);
        }
    }

    /// <summary>Sorts each run of marks by class; marks of one class keep their order, which is visible.</summary>
    private static void OrderMarks(List<int> apart)
    {
        for (var i = 1; i < apart.Count; i++)
        {
            var mark = apart[i];
            var order = UnicodeTables.Instance.CombiningClassOf(mark);
            if (order == 0) continue;
            var place = i;
            while (place > 0 && UnicodeTables.Instance.CombiningClassOf(apart[place - 1]) > order) place--;
            apart.RemoveAt(i);
            apart.Insert(place, mark);
        }
    }

    /// <summary>Composes each mark with the letter before it, unless a mark between the two blocks it.</summary>
    private static List<int> Compose(List<int> apart)
    {
        const int none = -1;
        var composed = new List<int>(apart.Count);
        var (letter, between) = (none, none);
        foreach (var value in apart)
        {
            var order = UnicodeTables.Instance.CombiningClassOf(value);
            if (letter != none && (between == none || between < order) && TryCompose(composed[letter], value, out var whole))
            {
                composed[letter] = whole;
                continue;
            }

            (letter, between) = order == 0 ? (composed.Count, none) : (letter, order);
            composed.Add(value);
        }

        return composed;
    }

    private static bool TryCompose(int first, int second, out int whole) =>
        Hangul.TryCompose(first, second, out whole) || UnicodeTables.Instance.TryCompose(first, second, out whole);

    private static string ToText(List<int> values)
    {
        var text = new StringBuilder(values.Count);
        foreach (var value in values) text.Append(new Rune(value).ToString());
        return text.ToString();
    }
}
