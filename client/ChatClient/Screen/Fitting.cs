using ChatClient.Terminal;

namespace ChatClient.Screen;

/// <summary>Cuts text to a width.</summary>
internal static class Fitting
{
    private const string Ellipsis = "\u2026";

    /// <summary>The text if it fits into the given number of columns; otherwise its beginning and an ellipsis.</summary>
    public static string Cut(string text, int columns)
    {
        if (columns <= 0)
            return string.Empty;
        if (text.Length <= columns / 2 || UnicodeWidth.Of(text) <= columns)
            return text;

        var index = 0;
        for (var used = 0; index < text.Length;)
        {
            var length = UnicodeWidth.ClusterLength(text, index);
            used += UnicodeWidth.OfCluster(text.AsSpan(index, length));
            if (used > columns - 1)
                break;
            index += length;
        }

        return text[..index] + Ellipsis;
    }
}
