using ChatServer.Domain.Users;

namespace ChatServer.Domain.Tests.Users;

/// <summary>Whom a user with mode g hears. Source: ACCEPT of Hybrid and ratbox.</summary>
public sealed class AcceptedUsersTests
{
    [Fact]
    public void Who_is_accepted_is_covered_whatever_his_nick_and_so_are_operators_of_the_server()
    {
        var accepted = AcceptedUsers.None.With(People.Bob.Id, People.Bob.Nick)!;

        Assert.True(accepted.Covers(People.Bob with { Nick = People.Nick("bobby") }));
        Assert.False(accepted.Covers(People.Carol));
        Assert.False(accepted.Covers(People.Carol with { Nick = People.Bob.Nick }));
        Assert.True(accepted.Covers(People.Carol with { Modes = UserModeFlags.Operator }));
    }

    [Fact]
    public void He_is_taken_off_by_the_nick_under_which_he_was_last_known()
    {
        var accepted = AcceptedUsers.None.With(People.Bob.Id, People.Bob.Nick)!.With(People.Bob.Id, People.Nick("bobby"))!;

        Assert.Equal([People.Nick("bobby")], accepted.Nicks);
        Assert.Null(accepted.Without(People.Bob.Nick));
        Assert.Empty(accepted.Without(People.Nick("BOBBY"))!.Nicks);
    }

    [Fact]
    public void There_are_no_more_than_the_limit()
    {
        var accepted = AcceptedUsers.None;
        for (var i = 0; i < AcceptedUsers.Most; i++) accepted = accepted.With(new UserId(i + 1), People.Nick($"nick{i}"))!;

        Assert.Null(accepted.With(new UserId(AcceptedUsers.Most + 1), People.Nick("late")));
        Assert.NotNull(accepted.With(new UserId(1), People.Nick("renamed")));
    }
}
