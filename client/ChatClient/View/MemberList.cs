using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.View;

/// <summary>A member of a room.</summary>
/// <param name="Nick">The nick.</param>
/// <param name="Ranks">Prefixes, highest first; may be empty.</param>
internal sealed record Member(string Nick, string Ranks);

/// <summary>The members of a room, by nick and sorted by rank and nick.</summary>
/// <remarks>Immutable. Adding or removing a member is cheap even in a large room.</remarks>
internal sealed class MemberList
{
    private readonly ImmutableDictionary<string, Member> _byNick;
    private readonly ImmutableSortedSet<Member> _sorted;

    private MemberList(ImmutableDictionary<string, Member> byNick, ImmutableSortedSet<Member> sorted)
    {
        _byNick = byNick;
        _sorted = sorted;
    }

    /// <summary>An empty list.</summary>
    /// <param name="names">Decides which nicks are equal.</param>
    /// <param name="ranks">All prefixes, highest first.</param>
    public static MemberList Nobody(CaseMapping names, string ranks) =>
        new(ImmutableDictionary.Create<string, Member>(names), ImmutableSortedSet.Create<Member>(new ByRankAndNick(ranks)));

    /// <summary>Number of members.</summary>
    public int Count => _byNick.Count;

    /// <summary>All members, sorted by rank, then by nick.</summary>
    public ImmutableSortedSet<Member> Sorted => _sorted;

    public Member? Find(string nick) => _byNick.GetValueOrDefault(nick);

    public MemberList With(Member member)
    {
        var others = Without(member.Nick);
        return new MemberList(others._byNick.SetItem(member.Nick, member), others._sorted.Add(member));
    }

    public MemberList Without(string nick) =>
        Find(nick) is { } member ? new MemberList(_byNick.Remove(nick), _sorted.Remove(member)) : this;

    public MemberList Renamed(string oldNick, string newNick) =>
        Find(oldNick) is { } member ? Without(oldNick).With(member with { Nick = newNick }) : this;

    /// <summary>Replaces all members.</summary>
    public MemberList Replaced(IEnumerable<Member> members)
    {
        var byNick = _byNick.Clear().ToBuilder();
        foreach (var member in members)
            byNick[member.Nick] = member;
        return new MemberList(byNick.ToImmutable(), _sorted.Clear().Union(byNick.Values));
    }

    private sealed class ByRankAndNick(string ranks) : IComparer<Member>
    {
        public int Compare(Member? x, Member? y)
        {
            ArgumentNullException.ThrowIfNull(x);
            ArgumentNullException.ThrowIfNull(y);
            var byRank = Place(x).CompareTo(Place(y));
            if (byRank != 0)
                return byRank;
            var byNick = string.Compare(x.Nick, y.Nick, StringComparison.OrdinalIgnoreCase);
            return byNick != 0 ? byNick : string.CompareOrdinal(x.Nick, y.Nick);
        }

        private int Place(Member member) =>
            member.Ranks is [var rank, ..] && ranks.IndexOf(rank, StringComparison.Ordinal) is var place and >= 0 ? place : ranks.Length;
    }
}
