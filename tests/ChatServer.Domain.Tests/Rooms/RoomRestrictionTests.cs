using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

/// <summary>What each mode forbids, and to whom.</summary>
public sealed class RoomRestrictionTests
{
    private static readonly UserIdentity BobWithAccount = Bob with { Account = "bob" };

    // Joining

    [Fact]
    public void Join_without_an_account_where_one_is_needed_is_refused()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.AccountsJoin };

        Assert.Equal(Refusal.AccountNeeded, RoomRules.Join(room, Bob, With(key: null)).Reason());
        Assert.NotNull(RoomRules.Join(room, BobWithAccount, With(key: null)).Outcome().Find(Bob.Id));
        Assert.NotNull(RoomRules.Join(room with { Invited = [Bob.Id] }, Bob, With(key: null)).Outcome().Find(Bob.Id));
    }

    [Fact]
    public void Join_without_TLS_where_it_is_needed_is_refused_even_to_the_invited()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.SecureOnly, Invited = [Bob.Id] };

        Assert.Equal(Refusal.SecureOnly, RoomRules.Join(room, Bob, With(key: null)).Reason());
        Assert.NotNull(RoomRules.Join(room, Bob with { IsSecure = true }, With(key: null)).Outcome().Find(Bob.Id));
    }

    [Fact]
    public void A_mute_keeps_nobody_out_and_its_exception_lets_nobody_in()
    {
        var muted = Room((Alice, MemberModes.Op)) with { Bans = Masks("m:bob") };
        var banned = Room((Alice, MemberModes.Op)) with { Bans = Masks("bob"), BanExceptions = Masks("m:bob") };

        Assert.NotNull(RoomRules.Join(muted, Bob, With(key: null)).Outcome().Find(Bob.Id));
        Assert.Equal(Refusal.Banned, RoomRules.Join(banned, Bob, With(key: null)).Reason());
    }

    [Fact]
    public void An_account_opens_a_closed_room_by_exception()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.InviteOnly, InviteExceptions = Masks("a:bob") };

        Assert.Equal(Refusal.InviteOnly, RoomRules.Join(room, Bob, With(key: null)).Reason());
        Assert.NotNull(RoomRules.Join(room, BobWithAccount, With(key: null)).Outcome().Find(Bob.Id));
    }

    [Theory]
    [InlineData(Refusal.InviteOnly, true)]
    [InlineData(Refusal.RoomFull, true)]
    [InlineData(Refusal.Banned, false)]
    [InlineData(Refusal.WrongKey, false)]
    public void Who_is_refused_is_sent_on_but_not_the_banned_nor_who_gave_a_wrong_key(Refusal reason, bool isForwarded)
    {
        Assert.True(RoomName.TryParse("#other", CaseMapping.Ascii, 64, out var other));
        var room = Room((Alice, MemberModes.Op)) with { Forward = other };

        Assert.Equal(isForwarded ? other : null, RoomRules.ForwardFor(room, reason));
        Assert.Null(RoomRules.ForwardFor(room with { Forward = null }, reason));
    }

    // Speaking

    [Theory]
    [InlineData(RoomFlags.NoCtcp, "\u0001VERSION\u0001", Refusal.NoCtcp)]
    [InlineData(RoomFlags.NoCtcp, "\u0001PING 1", Refusal.NoCtcp)]
    [InlineData(RoomFlags.NoCtcp, "\u0001ACTIONS\u0001", Refusal.NoCtcp)]
    [InlineData(RoomFlags.NoCtcp, "\u0001ACTION waves\u0001", null)]
    [InlineData(RoomFlags.NoCtcp, "\u0001ACTION\u0001", null)]
    [InlineData(RoomFlags.NoCtcp, "hello", null)]
    [InlineData(RoomFlags.NoFormatting, "\u000304red", Refusal.NoFormatting)]
    [InlineData(RoomFlags.NoFormatting, "so \u0002bold", Refusal.NoFormatting)]
    [InlineData(RoomFlags.NoFormatting, "plain", null)]
    [InlineData(RoomFlags.NoFormatting, "\u0001ACTION waves\u0001", null)]
    [InlineData(RoomFlags.NoNotices, "\u000304red", null)]
    [InlineData(RoomFlags.None, "\u000304\u0001", null)]
    public void What_a_message_must_not_be_it_must_not_be_from_an_operator_either(RoomFlags flags, string text, Refusal? expected)
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = flags };

        Assert.Equal(expected, ReasonOf(RoomRules.Speak(room, Alice, MessageKind.Message, WireText.From(text))));
    }

    [Fact]
    public void A_notice_is_refused_where_there_are_none()
    {
        var room = Room((Alice, MemberModes.Op)) with { Flags = RoomFlags.NoNotices };

        Assert.Equal(Refusal.NoNotices, ReasonOf(RoomRules.Speak(room, Alice, MessageKind.Notice, WireText.From("hello"))));
    }

    [Theory]
    [InlineData(MemberModes.None, null, Refusal.AccountNeededToSpeak)]
    [InlineData(MemberModes.None, "alice", null)]
    [InlineData(MemberModes.Voice, null, null)]
    public void Who_speaks_needs_an_account_or_a_voice_where_accounts_speak(MemberModes modes, string? account, Refusal? expected)
    {
        var room = Room((Alice, modes)) with { Flags = RoomFlags.AccountsSpeak };

        Assert.Equal(expected, ReasonOf(Speak(room, Alice with { Account = account })));
    }

    [Theory]
    [InlineData("m:alice", "", true)]
    [InlineData("m:a:liddell", "", true)]
    [InlineData("m:bob", "", false)]
    [InlineData("m:alice", "m:alice", false)]
    [InlineData("m:alice", "a:liddell", false)]
    [InlineData("alice", "m:alice", false)]
    public void A_mute_silences_unless_an_exception_covers_him_too(string ban, string exception, bool isSilenced)
    {
        var exceptions = exception.Length > 0 ? Masks(exception) : MaskList.Empty;
        var room = Room((Alice, MemberModes.None)) with { Bans = Masks(ban), BanExceptions = exceptions };

        Assert.Equal(isSilenced ? Refusal.CannotSpeak : null, ReasonOf(Speak(room, Alice with { Account = "liddell" })));
        Assert.Null(ReasonOf(Speak(room.With(new Member(Alice, MemberModes.Voice)), Alice)));
    }

    [Theory]
    [InlineData(RoomFlags.OpModerated, MemberModes.None, MemberModes.HalfOp)]
    [InlineData(RoomFlags.OpModerated | RoomFlags.Moderated | RoomFlags.AccountsSpeak, MemberModes.None, MemberModes.HalfOp)]
    [InlineData(RoomFlags.OpModerated, MemberModes.Voice, MemberModes.None)]
    [InlineData(RoomFlags.None, MemberModes.None, MemberModes.None)]
    public void Where_operators_moderate_they_alone_hear_who_has_no_voice(RoomFlags flags, MemberModes speaker, MemberModes least) =>
        Assert.Equal(least, Speak(Room((Alice, speaker)) with { Flags = flags }, Alice).Outcome());

    // Other doings

    [Theory]
    [InlineData(MemberModes.Voice, Refusal.NoNickChanges)]
    [InlineData(MemberModes.HalfOp, null)]
    public void Members_below_half_operator_keep_their_nick_where_nicks_do_not_change(MemberModes modes, Refusal? expected)
    {
        var room = Room((Alice, modes)) with { Flags = RoomFlags.NoNickChanges };

        Assert.Equal(expected, ReasonOf(RoomRules.Rename(room, Alice.Id)));
    }

    [Theory]
    [InlineData("alice", MemberModes.None, Refusal.NoNickChangesWhileBanned)]
    [InlineData("m:alice", MemberModes.None, Refusal.NoNickChangesWhileBanned)]
    [InlineData("alice", MemberModes.Voice, null)]
    [InlineData("bob", MemberModes.None, null)]
    public void Who_is_silenced_keeps_the_nick_that_the_ban_names(string ban, MemberModes modes, Refusal? expected) =>
        Assert.Equal(expected, ReasonOf(RoomRules.Rename(Room((Alice, modes)) with { Bans = Masks(ban) }, Alice.Id)));

    [Fact]
    public void Nobody_is_kicked_where_nobody_is_kicked()
    {
        var room = Room((Alice, MemberModes.Founder), (Bob, MemberModes.None)) with { Flags = RoomFlags.NoKicks };

        Assert.Equal(Refusal.NoKicks, RoomRules.Kick(room, Alice.Id, Bob.Nick).Reason());
    }

    [Theory]
    [InlineData(MemberModes.None, MemberModes.None, false)]
    [InlineData(MemberModes.Voice, MemberModes.None, true)]
    [InlineData(MemberModes.None, MemberModes.Voice, true)]
    public void In_an_auditorium_one_of_the_two_has_a_rank_where_one_sees_the_other(MemberModes viewer, MemberModes subject, bool isShown)
    {
        var room = Room((Alice, viewer), (Bob, subject)) with { Flags = RoomFlags.Auditorium };

        Assert.Equal(isShown, room.Shows(room.Find(Bob.Id)!, Alice.Id));
        Assert.Equal(subject != MemberModes.None, room.Shows(room.Find(Bob.Id)!, Carol.Id));
        Assert.True((room with { Flags = RoomFlags.None }).Shows(room.Find(Bob.Id)!, Alice.Id));
    }

    private static Verdict<MemberModes> Speak(RoomState room, UserIdentity who) =>
        RoomRules.Speak(room, who, MessageKind.Message, WireText.From("hello"));

    private static Refusal? ReasonOf<TOutcome>(Verdict<TOutcome> verdict) => verdict is Refused<TOutcome>(var reason) ? reason : null;
}
