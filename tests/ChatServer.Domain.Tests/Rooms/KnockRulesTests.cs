using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class KnockRulesTests
{
    private static readonly RoomState Open = Room((Alice, MemberModes.Op));

    [Fact]
    public void A_room_without_hindrance_is_open() => Assert.Equal(Refusal.RoomIsOpen, KnockRules.Knock(Open, Bob).Reason());

    [Fact]
    public void An_invite_only_room_a_locked_one_and_a_full_one_can_be_knocked_at()
    {
        foreach (var room in new[] { Open with { Flags = RoomFlags.InviteOnly }, Open with { Key = "key" }, Open with { MemberLimit = 1 } })
            Assert.Same(room, KnockRules.Knock(room, Bob).Outcome());
    }

    [Fact]
    public void A_room_with_a_place_left_is_open() =>
        Assert.Equal(Refusal.RoomIsOpen, KnockRules.Knock(Open with { MemberLimit = 2 }, Bob).Reason());

    [Fact]
    public void A_member_does_not_knock() =>
        Assert.Equal(
            Refusal.InRoomHimself, KnockRules.Knock(Open with { Flags = RoomFlags.InviteOnly | RoomFlags.Secret }, Alice).Reason());

    [Fact]
    public void A_secret_room_hears_no_knock() =>
        Assert.Equal(Refusal.NoSuchRoom, KnockRules.Knock(Open with { Flags = RoomFlags.InviteOnly | RoomFlags.Secret }, Bob).Reason());

    [Fact]
    public void Who_is_banned_is_not_heard() =>
        Assert.Equal(Refusal.CannotSpeak, KnockRules.Knock(Open with { Key = "key", Bans = Masks("bob!*@*") }, Bob).Reason());
}
