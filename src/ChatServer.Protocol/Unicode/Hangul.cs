namespace ChatServer.Protocol;

/// <summary>Korean syllables and the letters they are composed of: eleven thousand that need no table.</summary>
/// <remarks>Source: The Unicode Standard section 3.12.</remarks>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstInitial = 0x1100;
    private const int FirstVowel = 0x1161;

    /// <summary>One before the first final consonant: it means that there is none.</summary>
    private const int NoFinal = 0x11A7;
    private const int Initials = 19;
    private const int Vowels = 21;
    private const int Finals = 28;

    /// <summary>Decomposes a syllable into two or three letters.</summary>
    public static bool TryDecompose(int value, out int[] letters)
    {
        var index = value - FirstSyllable;
        if (index is < 0 or >= Initials * Vowels * Finals)
        {
            letters = [];
            return false;
        }

        var initial = FirstInitial + (index / (Vowels * Finals));
        var vowel = FirstVowel + (index / Finals % Vowels);
        var final = NoFinal + (index % Finals);
        letters = final == NoFinal ? [initial, vowel] : [initial, vowel, final];
        return true;
    }

    /// <summary>Composes a syllable from an initial consonant and a vowel, or from a syllable without a final consonant and one.</summary>
    public static bool TryCompose(int first, int second, out int syllable)
    {
        if (first - FirstInitial is >= 0 and < Initials && second - FirstVowel is >= 0 and < Vowels)
        {
            syllable = FirstSyllable + ((((first - FirstInitial) * Vowels) + second - FirstVowel) * Finals);
            return true;
        }

        syllable = first + second - NoFinal;
        var index = first - FirstSyllable;
        return index is >= 0 and < Initials * Vowels * Finals && index % Finals == 0 && second - NoFinal is > 0 and < Finals;
    }
}
