using System.Globalization;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Which text outside ASCII a name may be made of: letters and digits of every script with their marks.</summary>
/// <remarks>
/// <para>Narrower than the RFC in a few places: no full-width letters (it maps them to others), nothing whose place in a word has a rule of
/// its own (such as the middle dot), no letters with case beyond the basic plane. Marks are bounded, and none comes first.</para>
/// <para>Any thread. Source: RFC 8264 section 4.2 (IdentifierClass), RFC 8265 section 3.3, RFC 5893 section 2; Unicode Technical
/// Standard 39 section 5.4.</para>
/// </remarks>
internal static class IdentifierText
{
    private const int MostMarksInARow = 4;

    /// <summary>Whether a name may be made of this text. What is ASCII in it is for the caller to judge.</summary>
    /// <param name="text">As it was typed: what normalisation would replace is refused.</param>
    public static bool IsAllowed(string text)
    {
        var (hasLeftToRight, hasRightToLeft, hasArabicDigits, hasPersianDigits) = (false, false, false, false);
        var (isFirst, marks) = (true, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsAscii && !IsAllowed(rune)) return false;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarksInARow || (isFirst && (marks > 0 || Rune.IsDigit(rune)))) return false;
            isFirst = false;
            hasArabicDigits |= rune.Value is >= 0x660 and <= 0x669;
            hasPersianDigits |= rune.Value is >= 0x6F0 and <= 0x6F9;
            if (!Rune.IsLetter(rune)) continue;
            hasRightToLeft |= IsRightToLeft(rune);
            hasLeftToRight |= !IsRightToLeft(rune);
        }

        // Directions in one name would make its letters change places on the screen, and most digits of the two kinds look the same.
        return !(hasLeftToRight && hasRightToLeft) && !(hasArabicDigits && hasPersianDigits);
    }

    private static bool IsAllowed(Rune rune)
    {
        var isOfSort = Rune.GetUnicodeCategory(rune) switch
        {
            // Case is folded within the basic plane only.
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter => rune.IsBmp,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber => true,
            _ => IsMark(rune),
        };
        return isOfSort && !UnicodeTables.Instance.IsUnfitForNames(rune.Value);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
