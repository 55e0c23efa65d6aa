using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>All that is true of a room at one moment.</summary>
/// <remarks>Immutable: the room's actor replaces it whole, and hands it out as it is to whoever asks who is in the room.</remarks>
public sealed record RoomState
{
    // Members are compared by reference: equal ones may still differ in the case of the nick, and that is shown.
    private static readonly ImmutableDictionary<UserId, Member> NoMembers =
        ImmutableDictionary.Create<UserId, Member>(keyComparer: null, valueComparer: ReferenceEqualityComparer.Instance);

    /// <summary>What never changes about the room.</summary>
    public required RoomId Id { get; init; }

    /// <summary>The name now.</summary>
    public required RoomName Name { get; init; }

    /// <summary>When it was renamed last, UTC; null when it never was.</summary>
    public DateTimeOffset? RenamedAt { get; init; }

    /// <summary>When the first member joined, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who is in the room.</summary>
    public ImmutableDictionary<UserId, Member> Members { get; init; } = NoMembers;

    /// <summary>The same members by nick.</summary>
    public ImmutableDictionary<Nickname, UserId> Nicks { get; init; } = ImmutableDictionary<Nickname, UserId>.Empty;

    /// <summary>Those of them who have a rank: few, where many come to listen.</summary>
    public ImmutableHashSet<UserId> Ranked { get; init; } = [];

    /// <summary>What the room is about; null when nobody has set it.</summary>
    public Topic? Topic { get; init; }

    /// <summary>Modes without a parameter that are set.</summary>
    public RoomFlags Flags { get; init; } = RoomFlags.NoOutsideMessages | RoomFlags.ProtectedTopic;

    /// <summary>Mode <c>k</c>: what a JOIN must give; null when not set.</summary>
    public string? Key { get; init; }

    /// <summary>Mode <c>l</c>: how many members there may be; null when not set.</summary>
    public int? MemberLimit { get; init; }

    /// <summary>Mode <c>f</c>: where users who may not join are forwarded; null when not set.</summary>
    public RoomName? Forward { get; init; }

    /// <summary>Mode <c>j</c>: how many may join within how long; null when not set.</summary>
    public JoinThrottle? Throttle { get; init; }

    /// <summary>What <see cref="Throttle"/> counts; meaningless while that is not set.</summary>
    public RecentJoins RecentJoins { get; init; }

    /// <summary>Mode <c>b</c>: who may not join or speak.</summary>
    public MaskList Bans { get; init; } = MaskList.Empty;

    /// <summary>Mode <c>e</c>: who is exempt from bans.</summary>
    public MaskList BanExceptions { get; init; } = MaskList.Empty;

    /// <summary>Mode <c>I</c>: who may join an invite-only room without invitation.</summary>
    public MaskList InviteExceptions { get; init; } = MaskList.Empty;

    /// <summary>Users who were invited and have not joined since, oldest invitation first; no more than
    /// <see cref="RoomRules.MostInvited"/>.</summary>
    public ImmutableArray<UserId> Invited { get; init; } = [];

    /// <summary>A room that nobody has joined yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="now">The time, UTC.</param>
    public static RoomState Open(RoomId id, RoomName name, DateTimeOffset now) => new() { Id = id, Name = name, CreatedAt = now };

    /// <summary>Whether a mode without parameter is set.</summary>
    /// <param name="flag">One mode.</param>
    public bool Has(RoomFlags flag) => (Flags & flag) != 0;

    /// <summary>The member with this id, or null.</summary>
    /// <param name="id">Anyone's id.</param>
    public Member? Find(UserId id) => Members.GetValueOrDefault(id);

    /// <summary>The member with this nick, or null.</summary>
    /// <param name="nick">Anyone's nick.</param>
    public Member? Find(Nickname nick) => Nicks.TryGetValue(nick, out var id) ? Members[id] : null;

    /// <summary>Whether someone may know that the room exists and who is in it.</summary>
    /// <param name="asker">Anyone's id.</param>
    public bool IsVisibleTo(UserId asker) => !Has(RoomFlags.Secret) || Members.ContainsKey(asker);

    /// <summary>The members whose highest rank is this one or above.</summary>
    /// <param name="rank">One rank, or none for all members.</param>
    public IEnumerable<UserId> AtLeast(MemberModes rank) =>
        rank == MemberModes.None ? Members.Keys : Ranked.Where(who => Members[who].IsAtLeast(rank));

    /// <summary>Whether everybody may see a member and what he does: in an auditorium, members without a rank are seen only by those with
    /// one.</summary>
    /// <param name="subject">A member.</param>
    public bool ShowsToAll(Member subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return !Has(RoomFlags.Auditorium) || subject.Modes != MemberModes.None;
    }

    /// <summary>Whether someone may see a member and what he does.</summary>
    /// <param name="subject">A member.</param>
    /// <param name="viewer">Anyone else's id.</param>
    public bool Shows(Member subject, UserId viewer) => ShowsToAll(subject) || Ranked.Contains(viewer);

    /// <summary>The state with a member added, or replaced by his new identity and modes.</summary>
    /// <param name="member">The member as he is now.</param>
    public RoomState With(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var nicks = Members.TryGetValue(member.Id, out var before) ? NicksWithout(before) : Nicks;
        return this with
        {
            Members = Members.SetItem(member.Id, member),
            Nicks = nicks.SetItem(member.Identity.Nick, member.Id),
            Ranked = member.Modes == MemberModes.None ? Ranked.Remove(member.Id) : Ranked.Add(member.Id),
        };
    }

    /// <summary>The state without a member.</summary>
    /// <param name="id">Who goes; nothing changes when he is not here.</param>
    public RoomState Without(UserId id) => Members.TryGetValue(id, out var member)
        ? this with { Members = Members.Remove(id), Nicks = NicksWithout(member), Ranked = Ranked.Remove(id) }
        : this;

    // The nick may have passed to another member before the room hears that its old owner is gone.
    private ImmutableDictionary<Nickname, UserId> NicksWithout(Member member) =>
        Nicks.GetValueOrDefault(member.Identity.Nick) == member.Id ? Nicks.Remove(member.Identity.Nick) : Nicks;
}
