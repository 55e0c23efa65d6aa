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

    /// <summary>The modes, by kind and letter. What a flag does is decided in the rules of rooms.</summary>
    public static readonly ImmutableArray<RoomMode> Rows =
    [
        new('b', ModeKind.List, MemberModes.HalfOp, "banned"),
        new('e', ModeKind.List, MemberModes.HalfOp, "exempt from bans"),
        new('I', ModeKind.List, MemberModes.HalfOp, "invited for good"),
        new('k', ModeKind.AlwaysParameter, MemberModes.HalfOp, "key needed to join"),
        new('f', ModeKind.ParameterWhenSet, MemberModes.Op, "forwards those who may not join"),
        new('j', ModeKind.ParameterWhenSet, MemberModes.HalfOp, "limit of joins in some seconds"),
        new('l', ModeKind.ParameterWhenSet, MemberModes.HalfOp, "limit of members"),
        new('C', ModeKind.Flag, MemberModes.HalfOp, "no CTCP but ACTION", RoomFlags.NoCtcp),
        new('E', ModeKind.Flag, MemberModes.HalfOp, "members speak as figures of a play", RoomFlags.Roleplay),
        new('M', ModeKind.Flag, MemberModes.HalfOp, "users with an account speak", RoomFlags.AccountsSpeak),
        new('N', ModeKind.Flag, MemberModes.HalfOp, "no nick changes", RoomFlags.NoNickChanges),
        new('Q', ModeKind.Flag, MemberModes.Op, "no kicks", RoomFlags.NoKicks),
        new('R', ModeKind.Flag, MemberModes.HalfOp, "users with an account join", RoomFlags.AccountsJoin),
        new('T', ModeKind.Flag, MemberModes.HalfOp, "no notices", RoomFlags.NoNotices),
        new('U', ModeKind.Flag, MemberModes.HalfOp, "operators hear members without a voice", RoomFlags.OpModerated),
        new('c', ModeKind.Flag, MemberModes.HalfOp, "no formatting", RoomFlags.NoFormatting),
        new('i', ModeKind.Flag, MemberModes.HalfOp, "invited users only", RoomFlags.InviteOnly),
        new('m', ModeKind.Flag, MemberModes.HalfOp, "moderated", RoomFlags.Moderated),
        new('n', ModeKind.Flag, MemberModes.HalfOp, "no messages from outside", RoomFlags.NoOutsideMessages),
        new('s', ModeKind.Flag, MemberModes.HalfOp, "secret", RoomFlags.Secret),
        new('t', ModeKind.Flag, MemberModes.HalfOp, "topic set by operators", RoomFlags.ProtectedTopic),
        new('u', ModeKind.Flag, MemberModes.Op, "auditorium: shows members with a rank only", RoomFlags.Auditorium),
        new('z', ModeKind.Flag, MemberModes.Op, "users on TLS join", RoomFlags.SecureOnly),
    ];

    /// <summary>Every letter that MODE takes for a room.</summary>
    public static readonly ModeTable Table = new(
    [
        .. Rows.Select(row => new ModeDefinition(row.Letter, row.Kind, row.Description)),
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

    /// <summary>The row of a letter; null for letters of ranks and for unknown ones.</summary>
    public static RoomMode? Find(char letter)
    {
        foreach (var row in Rows)
        {
            if (row.Letter == letter)
                return row;
        }

        return null;
    }

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
