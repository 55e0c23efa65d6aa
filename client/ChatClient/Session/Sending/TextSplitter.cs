using System.Globalization;
using System.Text;

namespace ChatClient.Session;

/// <summary>Splits text that is too long for one line.</summary>
internal static class TextSplitter
{
    /// <summary>Splits at a space if one is near, otherwise between grapheme clusters. Returns the pieces in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxBytes">Maximum length of a piece. Unit: bytes of UTF-8. A single grapheme cluster may be longer.</param>
    public static IEnumerable<string> Split(string text, int maxBytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > maxBytes)
        {
            var fits = FittingLength(text, maxBytes);
            var space = text.LastIndexOf(' ', fits - 1, fits);
            if (space > fits / 2)
            {
                yield return text[..space];
                text = text[(space + 1)..];
            }
            else
            {
                yield return text[..fits];
                text = text[fits..];
            }
        }

        if (text.Length > 0)
            yield return text;
    }

    /// <summary>Splits so that the pieces joined give the text again: a space stays at the end of its piece. At least one piece.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxBytes">Maximum length of a piece. Unit: bytes of UTF-8. A single grapheme cluster may be longer.</param>
    public static IEnumerable<string> SplitKeepingSpaces(string text, int maxBytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > maxBytes)
        {
            var fits = FittingLength(text, maxBytes);
            var space = text.LastIndexOf(' ', fits - 1, fits);
            var length = space > fits / 2 ? space + 1 : fits;
            yield return text[..length];
            text = text[length..];
        }

        yield return text;
    }

    // Length, in UTF-16 code units, of the grapheme clusters that fit; at least one cluster, so that there is progress.
    private static int FittingLength(string text, int maxBytes)
    {
        var length = 0;
        var bytes = 0;
        while (length < text.Length)
        {
            var cluster = StringInfo.GetNextTextElementLength(text, length);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(length, cluster));
            if (bytes > maxBytes && length > 0)
                break;
            length += cluster;
        }

        return length;
    }
}
