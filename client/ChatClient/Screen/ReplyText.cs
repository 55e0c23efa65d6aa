using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ChatClient.Session;

namespace ChatClient.Screen;

/// <summary>Describes numeric replies in words.</summary>
/// <remarks>Source: Modern, Numerics; ircdocs/irc-defs for numerics that Modern does not list.</remarks>
internal static class ReplyText
{
    // Replies at connect and in lists that only programs need, and ends of lists.
    private static readonly FrozenSet<int> NotShown = new[]
    {
        2, 3, 4, 42, 221, 250, 251, 252, 253, 254, 255, 265, 266, 315, 318, 321, 323, 329, 333, 347, 349, 368, 374, 375,
    }.ToFrozenSet();

    private static readonly FrozenDictionary<int, string> Formats = new Dictionary<int, string>
    {
        [301] = "{0} -- is away: {1}",
        [311] = "{0} -- {0}!{1}@{2}, \"{4}\"",
        [312] = "{0} -- on {1} ({2})",
        [313] = "{0} -- {1}",
        [314] = "{0} -- was {0}!{1}@{2}, \"{4}\"",
        [319] = "{0} -- in {1}",
        [322] = "{0} -- members: {1}, topic: {2}",
        [324] = "{0} -- modes: {1} {2} {3}",
        [330] = "{0} -- logged in as {1}",
        [341] = "{1} -- invited {0}",
        [346] = "{0} -- invited: {1}",
        [348] = "{0} -- exempt from bans: {1}",
        [352] = "{0} -- {4} ({1}@{2}) {5}",
        [367] = "{0} -- banned: {1}",
        [372] = "{0}",
        [378] = "{0} -- {1}",
        [379] = "{0} -- {1}",
        [671] = "{0} -- {1}",
    }.ToFrozenDictionary();

    /// <summary>The line for a reply; null if the user does not need to see it.</summary>
    public static string? Of(ReplyReceived reply)
    {
        if (NotShown.Contains(reply.Code))
            return null;
        if (reply.Code == 317 && reply.Parts is [var nick, var idle, var since, ..])
            return Idle(nick, idle, since);
        return Formats.TryGetValue(reply.Code, out var format) ? Fill(format, reply.Parts) : $"-- {string.Join(' ', reply.Parts)}";
    }

    // 317 nick seconds-idle signed-on-at :text
    private static string? Idle(string nick, string idle, string since)
    {
        if (!long.TryParse(idle, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > int.MaxValue)
            return null;

        var signedOn = long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix < int.MaxValue * 4L
            ? $", connected since {DateTimeOffset.FromUnixTimeSeconds(unix).ToLocalTime():yyyy-MM-dd HH:mm}"
            : string.Empty;
        return $"{nick} -- idle for {TimeSpan.FromSeconds(seconds):c}{signedOn}";
    }

    // Parameters that the server omitted count as empty.
    private static string Fill(string format, ImmutableArray<string> parts)
    {
        const int MostUsed = 6;
        var padded = parts.Concat(Enumerable.Repeat(string.Empty, MostUsed)).ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, format, padded).TrimEnd();
    }
}
