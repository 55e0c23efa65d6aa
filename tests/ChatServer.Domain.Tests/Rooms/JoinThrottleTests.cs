using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class JoinThrottleTests
{
    [Theory]
    [InlineData("3:10", "3:10")]
    [InlineData("0003:010", "3:10")]
    [InlineData("3", null)]
    [InlineData("3:", null)]
    [InlineData("0:10", null)]
    [InlineData("3:-1", null)]
    [InlineData("3:10:2", null)]
    [InlineData("10000:1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_throttle_is_two_positive_numbers(string? text, string? shown) =>
        Assert.Equal(shown, JoinThrottle.TryParse(text, out var throttle) ? throttle.Text : null);

    [Fact]
    public void As_many_may_join_within_the_period_as_the_room_says()
    {
        var room = Room((Alice, MemberModes.Op)) with { Throttle = new JoinThrottle(2, 10) };
        room = Join(room, "b", 0).Outcome();
        room = Join(room, "c", 9).Outcome();

        Assert.Equal(Refusal.JoinsThrottled, Join(room, "d", 9.9).Reason());
        Assert.NotNull(Join(room, "d", 10).Outcome());
        Assert.NotNull(Join(room with { Invited = [User("d").Id] }, "d", 9.9).Outcome());
    }

    private static Verdict<RoomState> Join(RoomState room, string nick, double seconds) =>
        RoomRules.Join(room, User(nick), new JoinAttempt(null, TimeSpan.FromSeconds(seconds), []));
}
