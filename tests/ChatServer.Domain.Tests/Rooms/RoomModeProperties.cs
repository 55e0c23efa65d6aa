using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using FsCheck;
using FsCheck.Fluent;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomModeProperties
{
    private static readonly ModeContext Context = new(Noon, CaseMapping.Ascii, ListEntries: 3, KeyLength: 8);

    private static readonly Gen<ModeChange> Flag =
        from letter in Gen.Elements(RoomModes.Table.LettersOf(ModeKind.Flag).AsEnumerable())
        from adding in Gen.Elements(true, false)
        select new ModeChange(adding, letter);

    private static readonly Gen<ModeChange> Mask =
        from letter in Gen.Elements('b', 'e', 'I')
        from adding in Gen.Elements(true, true, false)
        from mask in Gen.Elements("a", "b", "c", "d", "*!*@e", "m:a", "~account:a")
        select new ModeChange(adding, letter, mask);

    private static readonly Gen<ModeChange> RankOfAnother =
        from rank in Gen.Elements(RoomModes.Ranks.AsEnumerable())
        from adding in Gen.Elements(true, false)
        from nick in Gen.Elements("bob", "carol")
        select new ModeChange(adding, rank.Letter, nick);

    private static readonly Gen<ModeChange> Setting =
        from change in Gen.Elements(
            new ModeChange(true, 'k', "key"),
            new ModeChange(true, 'k', "other"),
            new ModeChange(false, 'k', "*"),
            new ModeChange(true, 'l', "5"),
            new ModeChange(true, 'l', "none"),
            new ModeChange(false, 'l'),
            new ModeChange(true, 'f', "#other"),
            new ModeChange(true, 'f', "nowhere"),
            new ModeChange(false, 'f'),
            new ModeChange(true, 'j', "3:10"),
            new ModeChange(true, 'j', "10"),
            new ModeChange(false, 'j'),
            new ModeChange(true, 'b', "~x:unknown"),
            new ModeChange(true, 'o', "stranger"))
        select change;

    private static readonly Gen<ModeChange> OwnRank =
        from rank in Gen.Elements(RoomModes.Ranks.AsEnumerable())
        from adding in Gen.Elements(true, false)
        select new ModeChange(adding, rank.Letter, "alice");

    private static readonly Gen<ModeChange> AnyChange = Gen.OneOf(Flag, Mask, RankOfAnother, Setting, OwnRank);

    [Fact]
    public void A_line_and_then_its_inverse_restore_flags_lists_and_ranks()
    {
        Property.Holds(Gen.OneOf(Flag, Mask, RankOfAnother).ListOf(), changes =>
        {
            var before = RoomOf(MemberModes.Founder);
            var made = Apply(before, changes);
            var inverse = made.Effective.Reverse().Select(change => change with { Adding = !change.Adding });

            Assert.Equal(Summary(before), Summary(Apply(made.Next, inverse).Next));
        });
    }

    [Fact]
    public void What_is_shown_of_a_line_is_what_changed()
    {
        Property.Holds(AnyChange.ListOf(), changes =>
        {
            var before = RoomOf(MemberModes.Founder);
            var made = Apply(before, changes);
            var again = Apply(before, made.Effective);

            Assert.Equal(Summary(made.Next), Summary(again.Next));
            Assert.Equal(made.Effective.AsEnumerable(), again.Effective);
            Assert.Empty(again.Problems);
        });
    }

    [Fact]
    public void Nobody_below_half_operator_changes_anything_but_that_he_may_give_up_his_own_voice()
    {
        var cases =
            from modes in Gen.Elements(MemberModes.None, MemberModes.Voice)
            from changes in AnyChange.ListOf()
            select (modes, changes);
        Property.Holds(cases, c =>
        {
            var before = RoomOf(c.modes);
            var made = Apply(before, c.changes);

            var without = before.With(new Member(Alice, made.Next.Find(Alice.Id)!.Modes));
            Assert.Equal(Summary(without), Summary(made.Next));
            Assert.True(made.Next.Find(Alice.Id)!.Modes <= c.modes);
        });
    }

    [Fact]
    public void Nobody_ever_rises_above_the_rank_he_had()
    {
        var cases =
            from rank in Gen.Elements(RoomModes.Ranks.AsEnumerable())
            from changes in AnyChange.ListOf()
            select (rank.Mode, changes);
        Property.Holds(cases, c =>
        {
            var made = Apply(RoomOf(c.Mode), c.changes);

            Assert.True(made.Next.Find(Alice.Id)!.Modes.Highest() <= c.Mode);
        });
    }

    [Fact]
    public void No_list_ever_grows_beyond_its_limit()
    {
        Property.Holds(Mask.ListOf(), changes =>
        {
            var room = Apply(RoomOf(MemberModes.Op), changes).Next;

            Assert.All([room.Bans, room.BanExceptions, room.InviteExceptions], list => Assert.True(list.Count <= Context.ListEntries));
        });
    }

    private static RoomState RoomOf(MemberModes alice) => Room((Alice, alice), (Bob, MemberModes.None), (Carol, MemberModes.Voice));

    private static ModeOutcome Apply(RoomState room, IEnumerable<ModeChange> changes) =>
        RoomModeRules.Apply(room, Alice.Id, changes, Context).Outcome();

    // Taking a mask out and in again moves it to the end of its list, so lists are compared as sets.
    private static string Summary(RoomState room) => string.Join(
        ' ',
        [
            room.Flags.ToString(),
            room.Key,
            room.MemberLimit?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            room.Forward?.Text,
            room.Throttle?.Text,
            .. new[] { room.Bans, room.BanExceptions, room.InviteExceptions }.Select(Masks),
            .. room.Members.Values.Select(member => $"{member.Identity.Nick}={member.Modes}").Order(),
        ]);

    private static string Masks(MaskList list) => $"[{string.Join(',', list.Entries.Select(entry => entry.Mask.Text).Order())}]";
}
