using System.Globalization;
using System.Text;

namespace ChatClient.Session;

/// <summary>Cuts text that is too long for one line.</summary>
internal static class TextSplitter
{
    /// <summary>The pieces in order: cut at a space where one is near, else between what a reader sees as characters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxBytes">Most bytes of a piece as UTF-8; one character may be longer.</param>
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

    /// <summary>The pieces in order, which put together are the text again: a space stays at the end of its piece. One at least.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxBytes">Most bytes of a piece as UTF-8; one character may be longer.</param>
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

    // Characters (UTF-16) of as many whole grapheme clusters as fit; one at least, so that there is progress.
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
