using System.Numerics;

namespace ChatServer.Protocol;

/// <summary>How a member's ranks are written.</summary>
public static class MemberModesExtensions
{
    private static readonly string[] AllPrefixes = ForEachCombination(rank => rank.Prefix);
    private static readonly string[] AllLetters = ForEachCombination(rank => rank.Letter);

    /// <summary>The highest rank held, or None.</summary>
    public static MemberModes Highest(this MemberModes modes) =>
        modes == MemberModes.None ? MemberModes.None : (MemberModes)(1 << BitOperations.Log2((uint)modes));

    /// <summary>The prefixes to show: all, by rank, for a client with multi-prefix, otherwise only the highest. Does not
    /// allocate.</summary>
    public static string Prefixes(this MemberModes modes, bool multi) => AllPrefixes[(int)(multi ? modes : modes.Highest())];

    /// <summary>The mode letters by rank, such as <c>ov</c>. Does not allocate.</summary>
    public static string Letters(this MemberModes modes) => AllLetters[(int)modes];

    private static string[] ForEachCombination(Func<MemberRank, char> character)
    {
        var all = new string[1 << RoomModes.Ranks.Length];
        for (var modes = 0; modes < all.Length; modes++)
            all[modes] = string.Concat(RoomModes.Ranks.Where(rank => (modes & (int)rank.Mode) != 0).Select(character));
        return all;
    }
}
