using System.Globalization;
using System.Text;

namespace ChatClient.Terminal;

/// <summary>How many columns a text takes in a terminal.</summary>
/// <remarks>Terminals agree about letters and about most wide characters, but about little else. So after a cluster of several code
/// points the cursor has to be set explicitly. Source: Unicode 14 EastAsianWidth.txt, wide and full-width.</remarks>
internal static class UnicodeWidth
{
    private const int TextPresentation = 0xFE0E;
    private const int EmojiPresentation = 0xFE0F;

    // First and last code point of each wide range. Ranges include unassigned code points between wide ones.
    private static readonly int[] WideRanges =
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAD9,
        0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FB, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF,
        0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393,
        0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
        0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
        0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF,
        0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF,
        0x1FA70, 0x1FAF6, 0x20000, 0x3FFFD,
    ];

    /// <summary>Width of a string: the sum of its clusters. Unit: columns.</summary>
    public static int Of(string text)
    {
        var columns = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = ClusterLength(text, i);
            columns += OfCluster(text.AsSpan(i, length));
            i += length;
        }

        return columns;
    }

    /// <summary>Width of one grapheme cluster: 0, 1 or 2. Unit: columns.</summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && cluster[0] is >= ' ' and < '\u007f')
            return 1;

        var columns = 0;
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (rune.Value == EmojiPresentation)
                return 2;
            if (rune.Value == TextPresentation)
                return 1;
            columns += OfRune(rune);
        }

        return Math.Min(columns, 2);
    }

    /// <summary>Length of the grapheme cluster that begins at an index. Unit: UTF-16 code units.</summary>
    public static int ClusterLength(string text, int index)
    {
        var isPlain = text[index] is >= ' ' and < '\u007f' && (index + 1 == text.Length || text[index + 1] < '\u0300');
        return isPlain ? 1 : StringInfo.GetNextTextElementLength(text, index);
    }

    private static int OfRune(Rune rune)
    {
        if (IsWide(rune.Value))
            return 2;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.Control
            ? 0
            : 1;
    }

    private static bool IsWide(int value)
    {
        if (value < WideRanges[0])
            return false;

        // An exact hit is inside a range. Otherwise ~index is the index of the next bound; if odd, that bound is the end of a range.
        var index = Array.BinarySearch(WideRanges, value);
        return index >= 0 || (~index & 1) == 1;
    }
}
