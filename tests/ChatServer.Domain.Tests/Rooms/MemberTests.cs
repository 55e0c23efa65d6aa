using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class MemberTests
{
    [Theory]
    [InlineData(MemberModes.None, MemberModes.Voice, false)]
    [InlineData(MemberModes.Voice, MemberModes.Voice, true)]
    [InlineData(MemberModes.Voice, MemberModes.HalfOp, false)]
    [InlineData(MemberModes.HalfOp, MemberModes.Voice, true)]
    [InlineData(MemberModes.Voice | MemberModes.HalfOp, MemberModes.Op, false)]
    [InlineData(MemberModes.Op | MemberModes.Voice, MemberModes.Op, true)]
    [InlineData(MemberModes.Founder, MemberModes.Admin, true)]
    public void A_member_is_at_least_what_his_highest_rank_is(MemberModes modes, MemberModes rank, bool expected) =>
        Assert.Equal(expected, new Member(Alice, modes).IsAtLeast(rank));
}
