using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomStateTests
{
    [Fact]
    public void A_new_room_is_empty_and_has_the_modes_n_and_t()
    {
        RoomName.TryParse("#new", CaseMapping.Ascii, 64, out var name);
        var room = RoomState.Open(new RoomId(3), name, Noon);

        Assert.Equal(RoomFlags.NoOutsideMessages | RoomFlags.ProtectedTopic, room.Flags);
        Assert.Equal(Noon, room.CreatedAt);
        Assert.Empty(room.Members);
        Assert.Empty(room.Nicks);
        Assert.Null(room.Topic);
        Assert.Null(room.Key);
        Assert.Null(room.MemberLimit);
    }

    [Fact]
    public void A_member_is_found_by_id_and_by_nick_in_any_case()
    {
        var room = Room((Alice, MemberModes.Op));

        Assert.Equal(MemberModes.Op, room.Find(Alice.Id)?.Modes);
        Assert.Equal(Alice, room.Find(Nick("ALICE"))?.Identity);
    }

    [Fact]
    public void An_outsider_is_not_found()
    {
        var room = Room((Alice, MemberModes.Op));

        Assert.Null(room.Find(Bob.Id));
        Assert.Null(room.Find(Bob.Nick));
    }

    [Fact]
    public void A_member_who_took_another_nick_is_found_by_the_new_one_only()
    {
        var room = Room((Alice, MemberModes.Op)).With(new Member(Alice with { Nick = Nick("alicia") }, MemberModes.Op));

        Assert.Equal(Alice.Id, room.Find(Nick("alicia"))?.Id);
        Assert.Null(room.Find(Nick("alice")));
    }

    [Fact]
    public void A_member_who_changed_the_case_of_his_nick_is_shown_with_the_new_one()
    {
        var room = Room((Alice, MemberModes.Op)).With(new Member(Alice with { Nick = Nick("Alice") }, MemberModes.Op));

        Assert.Equal("Alice", room.Find(Nick("alice"))?.Identity.Nick.Text);
    }

    [Fact]
    public void Taking_out_an_outsider_changes_nothing()
    {
        var room = Room((Alice, MemberModes.Op));

        Assert.Same(room, room.Without(Bob.Id));
    }

    [Fact]
    public void A_member_whose_nick_another_took_over_leaves_it_to_the_other()
    {
        var heir = Bob with { Nick = Alice.Nick };
        var room = Room((Alice, MemberModes.None), (Bob, MemberModes.None)).With(new Member(heir, MemberModes.None)).Without(Alice.Id);

        Assert.Equal(Bob.Id, room.Find(Alice.Nick)?.Id);
    }

    [Theory]
    [InlineData(MemberModes.None, 3)]
    [InlineData(MemberModes.Voice, 2)]
    [InlineData(MemberModes.HalfOp, 1)]
    [InlineData(MemberModes.Founder, 0)]
    public void A_rank_includes_those_above_it(MemberModes rank, int count)
    {
        var room = Room((Alice, MemberModes.Op | MemberModes.Voice), (Bob, MemberModes.Voice), (Carol, MemberModes.None));

        Assert.Equal(new[] { Alice.Id, Bob.Id, Carol.Id }.Take(count).ToHashSet(), [.. room.AtLeast(rank)]);
    }

    [Fact]
    public void A_secret_room_is_visible_to_its_members_only()
    {
        var room = Room((Alice, MemberModes.None)) with { Flags = RoomFlags.Secret };

        Assert.True(room.IsVisibleTo(Alice.Id));
        Assert.False(room.IsVisibleTo(Bob.Id));
    }

    [Fact]
    public void Any_other_room_is_visible_to_everybody() => Assert.True(Room((Alice, MemberModes.None)).IsVisibleTo(Bob.Id));
}
