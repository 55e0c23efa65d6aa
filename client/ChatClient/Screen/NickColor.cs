using ChatClient.Terminal;
using ChatClient.Themes;

namespace ChatClient.Screen;

/// <summary>The colour of a nick: the same one today and tomorrow, here and elsewhere.</summary>
internal static class NickColor
{
    /// <summary>How a nick looks. Case, and the underscores that people put behind a nick that was taken, change nothing.</summary>
    public static Style Of(string nick, Theme theme)
    {
        if (theme.Nicks.IsEmpty)
            return default;

        // FNV-1a; string.GetHashCode differs from run to run.
        var hash = 2166136261u;
        foreach (var letter in nick.AsSpan().TrimEnd('_'))
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        return new Style(theme.Nicks[(int)(hash % (uint)theme.Nicks.Length)]);
    }
}
