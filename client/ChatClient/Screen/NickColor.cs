using ChatClient.Terminal;
using ChatClient.Themes;

namespace ChatClient.Screen;

/// <summary>The colour of a nick. It depends only on the nick and the theme, so it is the same in every room and every run.</summary>
internal static class NickColor
{
    /// <summary>Style of a nick. Case is ignored, and so are underscores at the end: people add them when their nick is taken.</summary>
    public static Style Of(string nick, Theme theme)
    {
        if (theme.Nicks.IsEmpty)
            return default;

        // FNV-1a, because string.GetHashCode differs from run to run.
        var hash = 2166136261u;
        foreach (var letter in nick.AsSpan().TrimEnd('_'))
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        return new Style(theme.Nicks[(int)(hash % (uint)theme.Nicks.Length)]);
    }
}
