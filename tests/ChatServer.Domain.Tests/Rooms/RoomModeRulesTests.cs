using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomModeRulesTests
{
    private static readonly ModeContext Context = new(Noon, CaseMapping.Ascii, ListEntries: 3, KeyLength: 8);

    // Flags

    [Theory]
    [InlineData('i', RoomFlags.InviteOnly)]
    [InlineData('m', RoomFlags.Moderated)]
    [InlineData('n', RoomFlags.NoOutsideMessages)]
    [InlineData('s', RoomFlags.Secret)]
    [InlineData('t', RoomFlags.ProtectedTopic)]
    public void A_flag_is_set_and_unset(char letter, RoomFlags flag)
    {
        var set = Apply(Room((Alice, MemberModes.Op)), Set(letter));
        var unset = Apply(set.Next, Unset(letter));

        Assert.Equal(flag, set.Next.Flags);
        Assert.Equal([Set(letter)], set.Effective.AsEnumerable());
        Assert.Equal(RoomFlags.None, unset.Next.Flags);
        Assert.Equal([Unset(letter)], unset.Effective.AsEnumerable());
    }

    [Fact]
    public void What_is_so_already_changes_nothing_and_is_not_shown()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.Secret, Key = "k", MemberLimit = 5, Bans = Masks("x") };

        AssertNothing(room, Apply(room, Set('s'), Unset('i'), Set('k', "k"), Set('l', "5"), Set('b', "X!*@*")));
    }

    [Fact]
    public void What_is_not_set_cannot_be_unset_and_nothing_is_shown()
    {
        var room = Room((Alice, MemberModes.Op), (Bob, MemberModes.None));

        AssertNothing(room, Apply(room, Unset('s'), Unset('k', "*"), Unset('l'), Unset('b', "x"), Unset('v', "bob")));
    }

    [Fact]
    public void A_refused_change_does_not_keep_the_others_from_being_made()
    {
        var outcome = Apply(Room((Alice, MemberModes.Op)), Set('i'), Set('o', "nobody"), Set('s'));

        Assert.Equal(RoomFlags.InviteOnly | RoomFlags.Secret, outcome.Next.Flags);
        Assert.Equal([Set('i'), Set('s')], outcome.Effective.AsEnumerable());
        Assert.Equal([(Set('o', "nobody"), ModeProblem.TargetNotInRoom)], outcome.Problems.AsEnumerable());
    }

    // Key

    [Fact]
    public void A_key_is_set_changed_and_taken_away()
    {
        var set = Apply(Room((Alice, MemberModes.Op)), Set('k', "first"));
        var changed = Apply(set.Next, Set('k', "second"));
        var unset = Apply(changed.Next, Unset('k', "*"));

        Assert.Equal("first", set.Next.Key);
        Assert.Equal("second", changed.Next.Key);
        Assert.Null(unset.Next.Key);
        Assert.Equal([Unset('k', "second")], unset.Effective.AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a,b")]
    [InlineData(":colon")]
    [InlineData("tab\t")]
    [InlineData("clé")]
    [InlineData("toolong89")]
    public void A_key_that_no_join_could_give_is_refused(string key) => AssertInvalid(Set('k', key));

    [Theory]
    [InlineData("x")]
    [InlineData("exactly8")]
    [InlineData("a:b!~")]
    public void Any_other_key_is_accepted(string key) => Assert.Equal(key, Apply(Room((Alice, MemberModes.Op)), Set('k', key)).Next.Key);

    // Limit

    [Fact]
    public void A_limit_is_set_and_taken_away()
    {
        var set = Apply(Room((Alice, MemberModes.Op)), Set('l', "007"));
        var unset = Apply(set.Next, Unset('l'));

        Assert.Equal(7, set.Next.MemberLimit);
        Assert.Equal([Set('l', "7")], set.Effective.AsEnumerable());
        Assert.Null(unset.Next.MemberLimit);
        Assert.Equal([Unset('l')], unset.Effective.AsEnumerable());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("2147483648")]
    public void A_limit_that_is_no_positive_number_is_refused(string limit) => AssertInvalid(Set('l', limit));

    // Lists

    [Theory]
    [InlineData('b')]
    [InlineData('e')]
    [InlineData('I')]
    public void A_list_takes_a_mask_in_its_full_form_and_gives_it_back(char letter)
    {
        var added = Apply(Room((Alice, MemberModes.Op)), Set(letter, "bob"));
        var removed = Apply(added.Next, Unset(letter, "BOB"));

        var entry = Assert.Single(ListOf(added.Next, letter).Entries);
        Assert.Equal(("bob!*@*", Alice.FullName, Noon), (entry.Mask.Text, entry.SetBy, entry.SetAt));
        Assert.Equal([Set(letter, "bob!*@*")], added.Effective.AsEnumerable());
        Assert.Empty(ListOf(removed.Next, letter).Entries);
    }

    [Fact]
    public void A_mask_is_taken_out_as_it_stands_in_the_list()
    {
        var outcome = Apply(Room((Alice, MemberModes.Op)) with { Bans = Masks("Bob") }, Unset('b', "BOB!*@*"));

        Assert.Equal([Unset('b', "Bob!*@*")], outcome.Effective.AsEnumerable());
    }

    [Fact]
    public void A_mask_too_long_to_be_shown_is_refused()
    {
        Assert.Single(Apply(Room((Alice, MemberModes.Op)), Set('b', new string('x', 196))).Effective);
        AssertInvalid(Set('b', new string('x', 197)));
    }

    [Fact]
    public void A_full_list_takes_no_more()
    {
        var room = Room((Alice, MemberModes.Op)) with { Bans = Masks("a", "b", "c") };
        var outcome = Apply(room, Set('b', "d"));

        Assert.Equal(3, outcome.Next.Bans.Count);
        Assert.Equal([(Set('b', "d"), ModeProblem.ListFull)], outcome.Problems.AsEnumerable());
    }

    [Fact]
    public void A_list_that_is_over_full_since_the_limit_was_lowered_can_still_be_emptied()
    {
        var room = Room((Alice, MemberModes.Op)) with { Bans = Masks("a", "b", "c", "d", "e") };

        Assert.Equal(4, Apply(room, Unset('b', "a")).Next.Bans.Count);
    }

    // Ranks

    [Theory]
    [InlineData('v', MemberModes.Voice)]
    [InlineData('h', MemberModes.HalfOp)]
    [InlineData('o', MemberModes.Op)]
    [InlineData('a', MemberModes.Admin)]
    [InlineData('q', MemberModes.Founder)]
    public void A_founder_gives_and_takes_every_rank(char letter, MemberModes rank)
    {
        var given = Apply(Room((Alice, MemberModes.Founder), (Bob, MemberModes.None)), Set(letter, "BOB"));
        var taken = Apply(given.Next, Unset(letter, "bob"));

        Assert.Equal(rank, given.Next.Find(Bob.Id)?.Modes);
        Assert.Equal([Set(letter, "bob")], given.Effective.AsEnumerable());
        Assert.Equal(MemberModes.None, taken.Next.Find(Bob.Id)?.Modes);
    }

    [Theory]
    [InlineData(MemberModes.Voice, 'v', false)]
    [InlineData(MemberModes.HalfOp, 'v', true)]
    [InlineData(MemberModes.HalfOp, 'h', false)]
    [InlineData(MemberModes.HalfOp, 'o', false)]
    [InlineData(MemberModes.Op, 'h', true)]
    [InlineData(MemberModes.Op, 'o', true)]
    [InlineData(MemberModes.Op, 'a', false)]
    [InlineData(MemberModes.Op, 'q', false)]
    [InlineData(MemberModes.Admin, 'o', true)]
    [InlineData(MemberModes.Admin, 'a', false)]
    [InlineData(MemberModes.Admin, 'q', false)]
    public void Who_may_give_a_rank_depends_on_his_own(MemberModes modes, char letter, bool may)
    {
        var room = Room((Alice, modes), (Bob, MemberModes.None));
        var outcome = Apply(room, Set(letter, "bob"));

        if (may)
            Assert.Single(outcome.Effective);
        else
            AssertRefused(room, ModeProblem.OperatorNeeded, outcome);
    }

    [Theory]
    [InlineData(MemberModes.HalfOp, MemberModes.Op | MemberModes.Voice, 'v')]
    [InlineData(MemberModes.Op, MemberModes.Admin | MemberModes.Op, 'o')]
    [InlineData(MemberModes.Admin, MemberModes.Founder | MemberModes.Op, 'o')]
    public void Nobody_takes_a_rank_from_one_who_is_above_him(MemberModes asker, MemberModes target, char letter)
    {
        var room = Room((Alice, asker), (Bob, target));

        AssertRefused(room, ModeProblem.OperatorNeeded, Apply(room, Unset(letter, "bob")));
    }

    [Theory]
    [InlineData(MemberModes.Voice, 'v')]
    [InlineData(MemberModes.HalfOp, 'h')]
    [InlineData(MemberModes.Admin, 'a')]
    public void Anybody_gives_up_his_own_rank(MemberModes modes, char letter)
    {
        var outcome = Apply(Room((Alice, modes)), Unset(letter, "alice"));

        Assert.Equal(MemberModes.None, outcome.Next.Find(Alice.Id)?.Modes);
    }

    [Fact]
    public void One_who_gave_up_his_rank_has_none_for_the_rest_of_the_line()
    {
        var outcome = Apply(Room((Alice, MemberModes.Op)), Unset('o', "alice"), Set('i'));

        Assert.Equal(RoomFlags.None, outcome.Next.Flags);
        Assert.Equal([(Set('i'), ModeProblem.OperatorNeeded)], outcome.Problems.AsEnumerable());
    }

    [Fact]
    public void A_rank_for_an_outsider_is_refused()
    {
        var room = Room((Alice, MemberModes.Op));

        AssertRefused(room, ModeProblem.TargetNotInRoom, Apply(room, Set('o', "bob")));
        AssertRefused(room, ModeProblem.TargetNotInRoom, Apply(room, Set('o', "no nick!")));
    }

    // Who may ask

    [Theory]
    [InlineData(RoomFlags.None, Refusal.NotInRoom)]
    [InlineData(RoomFlags.Secret, Refusal.NoSuchRoom)]
    public void An_outsider_changes_nothing_and_does_not_learn_of_a_secret_room(RoomFlags flags, Refusal expected)
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = flags };

        Assert.Equal(expected, RoomModeRules.Apply(room, Bob.Id, [Set('i')], Context).Reason());
    }

    // Describe

    [Fact]
    public void Modes_are_described_by_their_letters_and_then_their_parameters()
    {
        var room = Room() with { Flags = RoomFlags.NoOutsideMessages | RoomFlags.InviteOnly, Key = "secret", MemberLimit = 12 };

        Assert.Equal(("+inkl", "secret 12"), Describe(room, showKey: true));
        Assert.Equal(("+inkl", "* 12"), Describe(room, showKey: false));
        Assert.Equal(("+", ""), Describe(Room(), showKey: true));
    }

    private static ModeChange Set(char letter, string? parameter = null) => new(true, letter, parameter);

    private static ModeChange Unset(char letter, string? parameter = null) => new(false, letter, parameter);

    private static ModeOutcome Apply(RoomState room, params ModeChange[] changes) =>
        RoomModeRules.Apply(room, Alice.Id, changes, Context).Outcome();

    private static (string Letters, string Parameters) Describe(RoomState room, bool showKey)
    {
        var (letters, parameters) = RoomModeRules.Describe(room, showKey);
        return (letters, string.Join(' ', parameters));
    }

    private static MaskList ListOf(RoomState room, char letter) => letter switch
    {
        'b' => room.Bans,
        'e' => room.BanExceptions,
        _ => room.InviteExceptions,
    };

    private static void AssertNothing(RoomState before, ModeOutcome outcome)
    {
        Assert.Same(before, outcome.Next);
        Assert.Empty(outcome.Effective);
        Assert.Empty(outcome.Problems);
    }

    private static void AssertRefused(RoomState before, ModeProblem problem, ModeOutcome outcome)
    {
        Assert.Same(before, outcome.Next);
        Assert.Empty(outcome.Effective);
        Assert.Equal([problem], outcome.Problems.Select(refused => refused.Problem));
    }

    private static void AssertInvalid(ModeChange change)
    {
        var room = Room((Alice, MemberModes.Op));
        AssertRefused(room, ModeProblem.InvalidParameter, Apply(room, change));
    }
}
