using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomRulesTests
{
    private static readonly WireText Hello = WireText.From("hello");

    // Join

    [Fact]
    public void Join_as_the_first_makes_an_operator()
    {
        var room = RoomRules.Join(Room(), Alice, With(key: null)).Outcome();

        Assert.Equal(MemberModes.Op, room.Find(Alice.Id)?.Modes);
    }

    [Fact]
    public void Join_as_a_later_one_makes_a_plain_member()
    {
        var room = RoomRules.Join(Room((Alice, MemberModes.Op)), Bob, With(key: null)).Outcome();

        Assert.Equal(MemberModes.None, room.Find(Bob.Id)?.Modes);
    }

    [Fact]
    public void Join_of_a_member_changes_nothing_whatever_the_doors_say()
    {
        var room = Room((Alice, MemberModes.None)) with
        {
            Flags = RoomFlags.InviteOnly,
            Key = "secret",
            MemberLimit = 1,
            Bans = Masks("alice"),
        };

        Assert.Same(room, RoomRules.Join(room, Alice, With(key: null)).Outcome());
    }

    [Fact]
    public void Join_when_invite_only_and_not_invited_is_refused()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.InviteOnly };

        Assert.Equal(Refusal.InviteOnly, RoomRules.Join(room, Bob, With(key: null)).Reason());
    }

    [Fact]
    public void Join_when_invite_only_and_covered_by_an_invite_exception_is_accepted()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.InviteOnly, InviteExceptions = Masks("*!*@bob.example") };

        Assert.NotNull(RoomRules.Join(room, Bob, With(key: null)).Outcome().Find(Bob.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SECRET")]
    [InlineData("secret ")]
    public void Join_with_another_key_is_refused(string? key)
    {
        var room = Room((Alice, MemberModes.Op)) with { Key = "secret" };

        Assert.Equal(Refusal.WrongKey, RoomRules.Join(room, Bob, With(key)).Reason());
    }

    [Fact]
    public void Join_with_the_key_is_accepted()
    {
        var room = Room((Alice, MemberModes.Op)) with { Key = "secret" };

        Assert.NotNull(RoomRules.Join(room, Bob, With("secret")).Outcome().Find(Bob.Id));
    }

    [Fact]
    public void Join_with_a_key_that_nobody_asks_for_is_accepted() =>
        Assert.NotNull(RoomRules.Join(Room((Alice, MemberModes.Op)), Bob, With("needless")).Outcome().Find(Bob.Id));

    [Fact]
    public void Join_when_the_room_is_full_is_refused()
    {
        var room = Room((Alice, MemberModes.Op)) with { MemberLimit = 1 };

        Assert.Equal(Refusal.RoomFull, RoomRules.Join(room, Bob, With(key: null)).Reason());
    }

    [Fact]
    public void Join_when_one_place_is_left_is_accepted()
    {
        var room = Room((Alice, MemberModes.Op)) with { MemberLimit = 2 };

        Assert.NotNull(RoomRules.Join(room, Bob, With(key: null)).Outcome().Find(Bob.Id));
    }

    [Fact]
    public void Join_when_banned_is_refused()
    {
        var room = Room((Alice, MemberModes.Op)) with { Bans = Masks("bob!*@*") };

        Assert.Equal(Refusal.Banned, RoomRules.Join(room, Bob, With(key: null)).Reason());
    }

    [Fact]
    public void Join_when_banned_and_covered_by_a_ban_exception_is_accepted()
    {
        var room = Room((Alice, MemberModes.Op)) with { Bans = Masks("bob!*@*"), BanExceptions = Masks("*!*@bob.example") };

        Assert.NotNull(RoomRules.Join(room, Bob, With(key: null)).Outcome().Find(Bob.Id));
    }

    [Fact]
    public void An_invitation_opens_every_door_and_is_used_up()
    {
        var closed = Room((Alice, MemberModes.Op)) with
        {
            Flags = RoomFlags.InviteOnly,
            Key = "secret",
            MemberLimit = 1,
            Bans = Masks("bob"),
            Invited = [Bob.Id],
        };

        var room = RoomRules.Join(closed, Bob, With(key: null)).Outcome();

        Assert.NotNull(room.Find(Bob.Id));
        Assert.DoesNotContain(Bob.Id, room.Invited);
    }

    // Part

    [Fact]
    public void Part_takes_a_member_out() => Assert.Null(RoomRules.Part(Room((Alice, MemberModes.Op)), Alice.Id).Outcome().Find(Alice.Id));

    [Fact]
    public void Part_of_an_outsider_is_refused() =>
        Assert.Equal(Refusal.NotInRoom, RoomRules.Part(Room((Alice, MemberModes.Op)), Bob.Id).Reason());

    // Speak

    [Fact]
    public void A_member_may_speak() => AssertHeard(Room((Alice, MemberModes.None)) with { Flags = RoomFlags.NoOutsideMessages });

    [Fact]
    public void An_outsider_may_speak_where_that_is_not_forbidden() => AssertHeard(Room((Bob, MemberModes.Op)));

    [Fact]
    public void An_outsider_does_not_speak_when_the_room_takes_no_outside_messages() =>
        AssertUnheard(Refusal.CannotSpeak, Room((Bob, MemberModes.Op)) with { Flags = RoomFlags.NoOutsideMessages });

    [Fact]
    public void An_outsider_who_speaks_to_a_closed_secret_room_does_not_learn_that_it_exists() =>
        AssertUnheard(Refusal.NoSuchRoom, Room((Bob, MemberModes.Op)) with { Flags = RoomFlags.NoOutsideMessages | RoomFlags.Secret });

    [Fact]
    public void A_plain_member_does_not_speak_in_a_moderated_room() =>
        AssertUnheard(Refusal.CannotSpeak, Room((Alice, MemberModes.None)) with { Flags = RoomFlags.Moderated });

    [Fact]
    public void An_outsider_does_not_speak_in_a_moderated_room() =>
        AssertUnheard(Refusal.CannotSpeak, Room((Bob, MemberModes.Op)) with { Flags = RoomFlags.Moderated });

    [Fact]
    public void A_banned_plain_member_does_not_speak() =>
        AssertUnheard(Refusal.CannotSpeak, Room((Alice, MemberModes.None)) with { Bans = Masks("alice") });

    [Fact]
    public void A_banned_member_whom_an_exception_covers_may_speak() =>
        AssertHeard(Room((Alice, MemberModes.None)) with { Bans = Masks("alice"), BanExceptions = Masks("*!*@alice.example") });

    [Theory]
    [InlineData(MemberModes.Voice)]
    [InlineData(MemberModes.HalfOp)]
    [InlineData(MemberModes.Op)]
    [InlineData(MemberModes.Admin)]
    [InlineData(MemberModes.Founder)]
    public void Voice_and_above_speak_though_moderated_and_banned(MemberModes modes) =>
        AssertHeard(Room((Alice, modes)) with { Flags = RoomFlags.Moderated, Bans = Masks("alice") });

    // Topic

    [Fact]
    public void A_topic_says_who_set_it_and_when()
    {
        var room = RoomRules.SetTopic(Room((Alice, MemberModes.None)), Alice.Id, Hello, Noon).Outcome();

        Assert.Equal(new Topic(Hello, "alice!~alice@alice.example", Noon), room.Topic);
    }

    [Fact]
    public void An_empty_topic_clears_it()
    {
        var room = Room((Alice, MemberModes.None)) with { Topic = new Topic(Hello, "x", Noon) };

        Assert.Null(RoomRules.SetTopic(room, Alice.Id, WireText.Empty, Noon).Outcome().Topic);
    }

    [Theory]
    [InlineData(MemberModes.None)]
    [InlineData(MemberModes.Voice)]
    public void A_protected_topic_is_not_for_those_below_half_operator(MemberModes modes)
    {
        var room = Room((Alice, modes)) with { Flags = RoomFlags.ProtectedTopic };

        Assert.Equal(Refusal.OperatorNeeded, RoomRules.SetTopic(room, Alice.Id, Hello, Noon).Reason());
    }

    [Theory]
    [InlineData(MemberModes.HalfOp)]
    [InlineData(MemberModes.Op)]
    public void A_protected_topic_is_for_half_operators_and_above(MemberModes modes)
    {
        var room = Room((Alice, modes)) with { Flags = RoomFlags.ProtectedTopic };

        Assert.Equal(Hello, RoomRules.SetTopic(room, Alice.Id, Hello, Noon).Outcome().Topic?.Text);
    }

    // Kick

    [Theory]
    [InlineData(MemberModes.HalfOp, MemberModes.None)]
    [InlineData(MemberModes.HalfOp, MemberModes.Voice)]
    [InlineData(MemberModes.HalfOp, MemberModes.HalfOp)]
    [InlineData(MemberModes.Op, MemberModes.Op)]
    [InlineData(MemberModes.Founder, MemberModes.Admin)]
    public void Kick_of_one_who_is_not_above_is_accepted(MemberModes kicker, MemberModes kicked)
    {
        var room = Room((Alice, kicker), (Bob, kicked));

        Assert.Equal(Bob.Id, RoomRules.Kick(room, Alice.Id, Bob.Nick).Outcome().Id);
    }

    [Theory]
    [InlineData(MemberModes.HalfOp, MemberModes.Op)]
    [InlineData(MemberModes.HalfOp | MemberModes.Voice, MemberModes.Op)]
    [InlineData(MemberModes.Op, MemberModes.Admin)]
    [InlineData(MemberModes.Admin, MemberModes.Founder)]
    [InlineData(MemberModes.None, MemberModes.None)]
    [InlineData(MemberModes.Voice, MemberModes.None)]
    public void Kick_of_one_who_is_above_or_by_one_below_half_operator_is_refused(MemberModes kicker, MemberModes kicked)
    {
        var room = Room((Alice, kicker), (Bob, kicked));

        Assert.Equal(Refusal.OperatorNeeded, RoomRules.Kick(room, Alice.Id, Bob.Nick).Reason());
    }

    [Fact]
    public void Kick_of_an_outsider_is_refused() =>
        Assert.Equal(Refusal.TargetNotInRoom, RoomRules.Kick(Room((Alice, MemberModes.Op)), Alice.Id, Bob.Nick).Reason());

    [Fact]
    public void Kick_of_oneself_is_accepted() =>
        Assert.Equal(Alice.Id, RoomRules.Kick(Room((Alice, MemberModes.Op)), Alice.Id, Alice.Nick).Outcome().Id);

    // Invite

    [Fact]
    public void Any_member_invites_to_an_open_room()
    {
        var room = RoomRules.Invite(Room((Alice, MemberModes.None)), Alice.Id, Bob.Id).Outcome();

        Assert.Contains(Bob.Id, room.Invited);
    }

    [Fact]
    public void Of_too_many_who_are_invited_the_first_is_forgotten()
    {
        var room = Room((Alice, MemberModes.Op));
        for (var i = 1; i <= RoomRules.MostInvited; i++) room = RoomRules.Invite(room, Alice.Id, new UserId(i)).Outcome();

        room = RoomRules.Invite(room, Alice.Id, new UserId(1)).Outcome();
        Assert.Equal(RoomRules.MostInvited, room.Invited.Length);
        room = RoomRules.Invite(room, Alice.Id, new UserId(0)).Outcome();

        Assert.Equal(RoomRules.MostInvited, room.Invited.Length);
        Assert.DoesNotContain(new UserId(2), room.Invited);
        Assert.Contains(new UserId(1), room.Invited);
    }

    [Theory]
    [InlineData(MemberModes.None, false)]
    [InlineData(MemberModes.Voice, false)]
    [InlineData(MemberModes.HalfOp, true)]
    [InlineData(MemberModes.Op, true)]
    public void Half_operators_and_above_invite_to_an_invite_only_room(MemberModes modes, bool accepted)
    {
        var verdict = RoomRules.Invite(Room((Alice, modes)) with { Flags = RoomFlags.InviteOnly }, Alice.Id, Bob.Id);

        Assert.Equal(accepted, verdict is Accepted<RoomState>);
        if (!accepted) Assert.Equal(Refusal.OperatorNeeded, verdict.Reason());
    }

    [Fact]
    public void Invite_of_a_member_is_refused()
    {
        var room = Room((Alice, MemberModes.Op), (Bob, MemberModes.None));

        Assert.Equal(Refusal.AlreadyInRoom, RoomRules.Invite(room, Alice.Id, Bob.Id).Reason());
    }

    // Outsiders

    [Theory]
    [InlineData(RoomFlags.None, Refusal.NotInRoom)]
    [InlineData(RoomFlags.Secret, Refusal.NoSuchRoom)]
    public void What_an_outsider_asks_is_refused_and_a_secret_room_does_not_show(RoomFlags flags, Refusal expected)
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = flags };

        Assert.Equal(expected, RoomRules.SetTopic(room, Bob.Id, Hello, Noon).Reason());
        Assert.Equal(expected, RoomRules.Kick(room, Bob.Id, Alice.Nick).Reason());
        Assert.Equal(expected, RoomRules.Invite(room, Bob.Id, Carol.Id).Reason());
    }

    private static void AssertHeard(RoomState room) =>
        Assert.Equal(MemberModes.None, RoomRules.Speak(room, Alice, MessageKind.Message, Hello).Outcome());

    private static void AssertUnheard(Refusal reason, RoomState room) =>
        Assert.Equal(reason, RoomRules.Speak(room, Alice, MessageKind.Message, Hello).Reason());
}
