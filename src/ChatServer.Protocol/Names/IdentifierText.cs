using System.Globalization;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Which non-ASCII text a name may contain: letters and digits of every script with their marks.</summary>
/// <remarks>
/// <para>Narrower than the RFC in a few places: no full-width letters (the RFC maps them to others), no characters with contextual rules
/// (such as the middle dot), no letters with case beyond the basic plane. The number of marks is limited, and a name can't start with
/// one.</para>
/// <para>Any thread. Source: RFC 8264 section 4.2 (IdentifierClass), RFC 8265 section 3.3, RFC 5893 section 2; Unicode Technical
/// Standard 39 section 5.4.</para>
/// </remarks>
internal static class IdentifierText
{
    private const int MostMarksInARow = 4;

    /// <summary>Whether a name may consist of this text. The caller checks its ASCII characters.</summary>
    /// <param name="text">As typed: text that normalisation would replace is refused.</param>
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

        // With two directions in one name its letters would change places on the screen, and most digits of the two kinds look the same.
        return !(hasLeftToRight && hasRightToLeft) && !(hasArabicDigits && hasPersianDigits);
    }

    private static bool IsAllowed(Rune rune)
    {
        var isOfSort = Rune.GetUnicodeCategory(rune) switch
        {
            // Case is folded only within the basic plane.
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
