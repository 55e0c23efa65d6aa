using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Changes of a room's modes. Every change is decided by itself: a refused one does not affect the others.</summary>
public static class RoomModeRules
{
    /// <summary>Longest mask: a line of a list also shows the room, who set the mask and when, and has to fit. Unit: bytes.</summary>
    private const int LongestMask = 200;

    /// <summary>Applies the changes of one MODE command.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="who">The member who asks.</param>
    /// <param name="changes">The wish, as parsed: letters are known, and parameters present where the mode needs one.</param>
    /// <param name="context">Time, limits and case mapping.</param>
    /// <returns>The outcome, or <see cref="Refusal.NotInRoom"/> or <see cref="Refusal.NoSuchRoom"/> for an outsider.</returns>
    public static Verdict<ModeOutcome> Apply(RoomState room, UserId who, IEnumerable<ModeChange> changes, ModeContext context)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(changes);
        if (room.Find(who) is null) return RoomRules.Outsider(room, who);

        // The asker is looked up for each change: an earlier one of the same command may have taken his rank.
        return ApplyAll(room, current => current.Find(who)!, changes, context);
    }

    /// <summary>Applies the changes of an operator of the server, who need be neither a member nor of any rank.</summary>
    /// <param name="room">The room before.</param>
    /// <param name="by">The operator.</param>
    /// <param name="changes">The wish, as parsed: letters are known, and parameters present where the mode needs one.</param>
    /// <param name="context">Time, limits and case mapping.</param>
    public static ModeOutcome Force(RoomState room, UserIdentity by, IEnumerable<ModeChange> changes, ModeContext context)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(changes);
        var asker = new Member(by, MemberModes.Founder);
        return ApplyAll(room, _ => asker, changes, context);
    }

    private static ModeOutcome ApplyAll(
        RoomState room, Func<RoomState, Member> asker, IEnumerable<ModeChange> changes, ModeContext context)
    {
        var effective = ImmutableArray.CreateBuilder<ModeChange>();
        var problems = ImmutableArray.CreateBuilder<(ModeChange, ModeProblem)>();
        foreach (var change in changes)
        {
            var step = ApplyOne(room, asker(room), change, context);
            if (step.Problem is { } problem) problems.Add((change, problem));
            if (step.Shown is { } shown) effective.Add(shown);
            room = step.Next;
        }

        return new ModeOutcome(room, effective.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The modes without lists as a MODE query shows them: <c>+klnt</c> and the parameters.</summary>
    /// <param name="room">The room.</param>
    /// <param name="showKey">Whether the asker may see the key; others see <c>*</c>.</param>
    public static (string Letters, ImmutableArray<string> Parameters) Describe(RoomState room, bool showKey)
    {
        ArgumentNullException.ThrowIfNull(room);
        var letters = "+";
        var parameters = ImmutableArray.CreateBuilder<string>();
        foreach (var mode in RoomModes.Rows)
        {
            if (mode.Flag != RoomFlags.None && room.Has(mode.Flag)) letters += mode.Letter;
        }

        Add('k', showKey ? room.Key : room.Key is null ? null : "*");
        Add('l', room.MemberLimit?.ToString(CultureInfo.InvariantCulture));
        Add('f', room.Forward?.Text);
        Add('j', room.Throttle?.Text);
        return (letters, parameters.ToImmutable());

        void Add(char letter, string? parameter)
        {
            if (parameter is null) return;
            letters += letter;
            parameters.Add(parameter);
        }
    }

    private static Step ApplyOne(RoomState room, Member asker, ModeChange change, ModeContext context)
    {
        var rank = RoomModes.RankOfLetter(change.Letter);
        if (rank != MemberModes.None) return ApplyRank(room, asker, change, rank, context);
        if (RoomModes.Find(change.Letter) is not { } mode) return Step.Unchanged(room);
        if (!asker.IsAtLeast(mode.Needed)) return Step.Refused(room, ModeProblem.OperatorNeeded);
        if (mode.Flag != RoomFlags.None) return ApplyFlag(room, change, mode.Flag);
        return change.Letter switch
        {
            'b' => ApplyList(room, room.Bans, change, asker, context, static (r, list) => r with { Bans = list }),
            'e' => ApplyList(room, room.BanExceptions, change, asker, context, static (r, list) => r with { BanExceptions = list }),
            'I' => ApplyList(room, room.InviteExceptions, change, asker, context, static (r, list) => r with { InviteExceptions = list }),
            'k' => ApplyKey(room, change, context),
            'l' => ApplyLimit(room, change),
            'f' => ApplyForward(room, change, context),
            'j' => ApplyThrottle(room, change),
            _ => throw new InvalidOperationException($"Mode {change.Letter} has a row and no rule."),
        };
    }

    private static Step ApplyRank(RoomState room, Member asker, ModeChange change, MemberModes rank, ModeContext context)
    {
        var target = Nickname.TryParse(change.Parameter ?? "", context.CaseMapping, int.MaxValue, out var nick) ? room.Find(nick) : null;
        if (target is null) return Step.Refused(room, ModeProblem.TargetNotInRoom);

        var givesUpOwn = !change.Adding && target.Id == asker.Id;
        if (!givesUpOwn && (!asker.IsAtLeast(NeededFor(rank)) || target.Modes.Highest() > asker.Modes.Highest()))
            return Step.Refused(room, ModeProblem.OperatorNeeded);

        var modes = change.Adding ? target.Modes | rank : target.Modes & ~rank;
        return modes == target.Modes
            ? Step.Unchanged(room)
            : Step.Made(room.With(target with { Modes = modes }), change with { Parameter = target.Identity.Nick.Text });
    }

    private static Step ApplyList(
        RoomState room, MaskList list, ModeChange change, Member asker, ModeContext context, Func<RoomState, MaskList, RoomState> replace)
    {
        if (!RoomMask.TryParse(change.Parameter!, context.CaseMapping, out var mask) || Encoding.UTF8.GetByteCount(mask.Text) > LongestMask)
            return Step.Refused(room, ModeProblem.InvalidParameter);
        if (!change.Adding && list.Find(mask) is { } known) mask = known.Mask;
        var next = change.Adding ? list.Add(new MaskEntry(mask, asker.Identity.FullName, context.Now)) : list.Remove(mask);
        if (next == list) return Step.Unchanged(room);
        return next.Count > context.ListEntries && change.Adding
            ? Step.Refused(room, ModeProblem.ListFull)
            : Step.Made(replace(room, next), change with { Parameter = mask.Text });
    }

    // -k removes the key whatever the parameter says: clients that lost it send "*". Members are still shown the real key, as is customary.
    private static Step ApplyKey(RoomState room, ModeChange change, ModeContext context)
    {
        if (!change.Adding)
            return room.Key is null ? Step.Unchanged(room) : Step.Made(room with { Key = null }, change with { Parameter = room.Key });

        var key = change.Parameter!;
        if (key.Length is 0 || key.Length > context.KeyLength || key[0] == ':' || key.AsSpan().IndexOfAny(" ,") >= 0
            || !IsVisibleAscii(key))
            return Step.Refused(room, ModeProblem.InvalidParameter);
        return room.Key == key ? Step.Unchanged(room) : Step.Made(room with { Key = key }, change);
    }

    private static Step ApplyLimit(RoomState room, ModeChange change)
    {
        if (!change.Adding)
            return room.MemberLimit is null ? Step.Unchanged(room) : Step.Made(room with { MemberLimit = null }, change);

        if (!int.TryParse(change.Parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit < 1)
            return Step.Refused(room, ModeProblem.InvalidParameter);
        return room.MemberLimit == limit
            ? Step.Unchanged(room)
            : Step.Made(room with { MemberLimit = limit }, change with { Parameter = limit.ToString(CultureInfo.InvariantCulture) });
    }

    // This room does not know whether the other one exists, and whether the asker is an operator there: that was checked before.
    private static Step ApplyForward(RoomState room, ModeChange change, ModeContext context)
    {
        if (!change.Adding)
            return room.Forward is null ? Step.Unchanged(room) : Step.Made(room with { Forward = null }, change);

        if (!RoomName.TryParse(change.Parameter!, context.CaseMapping, int.MaxValue, out var other) || other == room.Name)
            return Step.Refused(room, ModeProblem.InvalidParameter);
        return room.Forward == other
            ? Step.Unchanged(room)
            : Step.Made(room with { Forward = other }, change with { Parameter = other.Text });
    }

    private static Step ApplyThrottle(RoomState room, ModeChange change)
    {
        if (!change.Adding)
            return room.Throttle is null ? Step.Unchanged(room) : Step.Made(room with { Throttle = null }, change);

        if (!JoinThrottle.TryParse(change.Parameter, out var throttle)) return Step.Refused(room, ModeProblem.InvalidParameter);
        return room.Throttle == throttle
            ? Step.Unchanged(room)
            : Step.Made(room with { Throttle = throttle, RecentJoins = default }, change with { Parameter = throttle.Text });
    }

    private static Step ApplyFlag(RoomState room, ModeChange change, RoomFlags flag)
    {
        var flags = change.Adding ? room.Flags | flag : room.Flags & ~flag;
        return flags == room.Flags ? Step.Unchanged(room) : Step.Made(room with { Flags = flags }, change);
    }

    /// <summary>The rank needed to give or take a rank.</summary>
    private static MemberModes NeededFor(MemberModes rank) => rank switch
    {
        MemberModes.Voice => MemberModes.HalfOp,
        MemberModes.HalfOp or MemberModes.Op => MemberModes.Op,
        _ => MemberModes.Founder,
    };

    private static bool IsVisibleAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    /// <summary>The outcome of one change: the next state, and what to show of it or why it was refused, or neither.</summary>
    private readonly record struct Step(RoomState Next, ModeChange? Shown, ModeProblem? Problem)
    {
        public static Step Made(RoomState next, ModeChange shown) => new(next, shown, null);

        public static Step Unchanged(RoomState room) => new(room, null, null);

        public static Step Refused(RoomState room, ModeProblem problem) => new(room, null, problem);
    }
}
