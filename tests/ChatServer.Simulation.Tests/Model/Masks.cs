namespace ChatServer.SimulationTests.Model;

/// <summary>Whom the masks of bans and exceptions cover: by nick, user and host, or by what a letter says before a colon. Source: Modern,
/// Masks; the server's EXTBAN.</summary>
internal static class Masks
{
    /// <summary>Whether one of the masks covers somebody; null when that can't be said.</summary>
    /// <param name="names">How names are compared.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="who">Whom.</param>
    /// <param name="sources">How he may be seen.</param>
    /// <param name="isJoining">Whether it is about coming, and not about speaking.</param>
    public static bool? Cover(Names names, IEnumerable<string> masks, ClientModel? who, IReadOnlyCollection<string> sources, bool isJoining)
    {
        var isUncertain = false;
        foreach (var mask in masks)
        {
            var covers = Covers(names, mask, who, sources, isJoining);
            if (covers == true) return true;
            isUncertain |= covers is null;
        }

        return isUncertain ? null : false;
    }

    private static bool? Covers(Names names, string mask, ClientModel? who, IReadOnlyCollection<string> sources, bool isJoining) =>
        mask switch
        {
            // Silences, and keeps nobody out.
            ['m', ':', .. var inner] => isJoining ? false : Covers(names, inner, who, sources, isJoining),
            ['r', ':', .. var pattern] => who?.CertainRealName is { } realName ? names.Covers(pattern, realName) : null,
            _ => sources.Any(source => names.Covers(mask, source)),
        };
}
