using System.Globalization;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Which text outside ASCII a name may be made of: letters and digits of every script, as long as they are in normal form already.
/// </summary>
/// <remarks>
/// <para>RFC 8265 has names normalised before they are compared. Here only what normalisation would leave alone is allowed, so that nothing
/// needs it: no combining marks, no letters that are variants of others (full-width and styled ones, ligatures), no old Hangul letters. That
/// is narrower than the RFC; names in scripts that write vowels as marks can't be had.</para>
/// <para>Any thread. Source: RFC 8264 section 4.2 (IdentifierClass), RFC 8265 section 3.3, RFC 5893 section 2.</para>
/// </remarks>
internal static class IdentifierText
{
    /// <summary>Letters and digits that normalisation (NFKC) changes, as pairs of first and last. Between the two of a pair there is no other
    /// letter or digit that it leaves alone. Source: Unicode 14, UnicodeData.txt.</summary>
    private static readonly int[] Variants =
    [
        0xAA, 0xBA, 0x132, 0x133, 0x13F, 0x140, 0x149, 0x149, 0x17F, 0x17F, 0x1C4, 0x1CC, 0x1F1, 0x1F3, 0x3D0, 0x3D6, 0x3F0, 0x3F2,
        0x3F4, 0x3F5, 0x3F9, 0x3F9, 0x587, 0x587, 0x675, 0x678, 0x958, 0x95F, 0x9DC, 0x9DF, 0xA33, 0xA33, 0xA36, 0xA36, 0xA59, 0xA5B,
        0xA5E, 0xA5E, 0xB5C, 0xB5D, 0xE33, 0xE33, 0xEB3, 0xEB3, 0xEDC, 0xEDD, 0xF43, 0xF43, 0xF4D, 0xF4D, 0xF52, 0xF52, 0xF57, 0xF57,
        0xF5C, 0xF5C, 0xF69, 0xF69, 0x1100, 0x11FF, 0x1E9A, 0x1E9B, 0x1F71, 0x1F71, 0x1F73, 0x1F73, 0x1F75, 0x1F75, 0x1F77, 0x1F77,
        0x1F79, 0x1F79, 0x1F7B, 0x1F7B, 0x1F7D, 0x1F7D, 0x1FBB, 0x1FBE, 0x1FC9, 0x1FC9, 0x1FCB, 0x1FCB, 0x1FD3, 0x1FD3, 0x1FDB, 0x1FDB,
        0x1FE3, 0x1FE3, 0x1FEB, 0x1FEB, 0x1FF9, 0x1FF9, 0x1FFB, 0x2131, 0x2133, 0x2149, 0x309F, 0x309F, 0x30FF, 0x30FF, 0x3131, 0x318E,
        0xA960, 0xA97F, 0xD7B0, 0xD7FF, 0xF900, 0xFA0D, 0xFA10, 0xFA10, 0xFA12, 0xFA12, 0xFA15, 0xFA1E, 0xFA20, 0xFA20, 0xFA22, 0xFA22,
        0xFA25, 0xFA26, 0xFA2A, 0xFE72, 0xFE74, 0xFFDC, 0x1D400, 0x1D7FF, 0x1EE00, 0x1FBF9, 0x2F800, 0x2FA1D,
    ];

    /// <summary>Whether a name may be made of this text. What is ASCII in it is for the caller to judge.</summary>
    public static bool IsAllowed(string text)
    {
        var (hasLeftToRight, hasRightToLeft) = (false, false);
        var isFirst = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLetter = Rune.IsLetter(rune);
            if (!rune.IsAscii && !IsAllowed(rune)) return false;
            if (isFirst && Rune.IsDigit(rune)) return false;
            isFirst = false;
            if (!isLetter) continue;
            hasRightToLeft |= IsRightToLeft(rune);
            hasLeftToRight |= !IsRightToLeft(rune);
        }

        // Directions in one name would make its letters change places on the screen.
        return !(hasLeftToRight && hasRightToLeft);
    }

    private static bool IsAllowed(Rune rune)
    {
        var isOfSort = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.UppercaseLetter or UnicodeCategory.DecimalDigitNumber;

        // Case is folded within the basic plane only.
        return isOfSort && !IsVariant(rune.Value) && (rune.IsBmp || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter);
    }

    private static bool IsVariant(int value)
    {
        var index = Array.BinarySearch(Variants, value);
        return index >= 0 || (~index & 1) == 1;
    }

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
