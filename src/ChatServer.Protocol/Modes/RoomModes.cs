using System.Collections.Immutable;

namespace ChatServer.Protocol;

/// <summary>The modes of rooms and the ranks of their members.</summary>
/// <remarks>Source: Modern, Channel Modes and Channel Membership Prefixes.</remarks>
public static class RoomModes
{
    /// <summary>The ranks, highest first.</summary>
    public static readonly ImmutableArray<MemberRank> Ranks =
    [
        new(MemberModes.Founder, 'q', '~', "founder"),
        new(MemberModes.Admin, 'a', '&', "admin, protected from operators"),
        new(MemberModes.Op, 'o', '@', "operator"),
        new(MemberModes.HalfOp, 'h', '%', "half-operator"),
        new(MemberModes.Voice, 'v', '+', "may speak in moderated rooms"),
    ];

    /// <summary>Every letter that MODE takes for a room.</summary>
    public static readonly ModeTable Table = new(
    [
        new('b', ModeKind.List, "banned"),
        new('e', ModeKind.List, "exempt from bans"),
        new('I', ModeKind.List, "invited for good"),
        new('k', ModeKind.AlwaysParameter, "key needed to join"),
        new('l', ModeKind.ParameterWhenSet, "limit of members"),
        new('i', ModeKind.Flag, "invited users only"),
        new('m', ModeKind.Flag, "moderated"),
        new('n', ModeKind.Flag, "no messages from outside"),
        new('s', ModeKind.Flag, "secret"),
        new('t', ModeKind.Flag, "topic set by operators"),
        .. Ranks.Select(rank => new ModeDefinition(rank.Letter, ModeKind.Membership, rank.Description)),
    ]);

    /// <summary>The value of ISUPPORT's <c>PREFIX</c>, such as <c>(ov)@+</c>.</summary>
    public static readonly string PrefixToken =
        $"({string.Concat(Ranks.Select(rank => rank.Letter))}){string.Concat(Ranks.Select(rank => rank.Prefix))}";

    /// <summary>The value of ISUPPORT's <c>CHANMODES</c>: the letters of types A, B, C and D.</summary>
    public static readonly string ChanModesToken = string.Join(
        ',',
        Table.LettersOf(ModeKind.List),
        Table.LettersOf(ModeKind.AlwaysParameter),
        Table.LettersOf(ModeKind.ParameterWhenSet),
        Table.LettersOf(ModeKind.Flag));

    /// <summary>The rank that a mode letter grants, or None.</summary>
    public static MemberModes RankOfLetter(char letter)
    {
        foreach (var rank in Ranks)
        {
            if (rank.Letter == letter)
                return rank.Mode;
        }

        return MemberModes.None;
    }

    /// <summary>The rank that a prefix character stands for, or None.</summary>
    public static MemberModes RankOfPrefix(char prefix)
    {
        foreach (var rank in Ranks)
        {
            if (rank.Prefix == prefix)
                return rank.Mode;
        }

        return MemberModes.None;
    }
}
