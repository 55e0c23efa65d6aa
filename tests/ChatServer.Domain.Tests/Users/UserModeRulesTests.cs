using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Tests.Users;

public sealed class UserModeRulesTests
{
    [Theory]
    [InlineData('i', UserModeFlags.Invisible)]
    [InlineData('w', UserModeFlags.Wallops)]
    [InlineData('T', UserModeFlags.NoCtcp)]
    [InlineData('g', UserModeFlags.CallerId)]
    public void A_user_sets_and_unsets_his_own_modes(char letter, UserModeFlags flag)
    {
        Assert.Equal(flag, UserModeRules.Apply(UserModeFlags.None, [new(true, letter)]).Modes);
        Assert.Equal(UserModeFlags.None, UserModeRules.Apply(flag, [new(false, letter)]).Modes);
    }

    [Fact]
    public void Nobody_makes_himself_an_operator()
    {
        var (modes, effective) = UserModeRules.Apply(UserModeFlags.None, [new(true, 'o')]);

        Assert.Equal(UserModeFlags.None, modes);
        Assert.Empty(effective);
    }

    [Fact]
    public void An_operator_may_stop_being_one()
    {
        var (modes, effective) = UserModeRules.Apply(UserModeFlags.Operator | UserModeFlags.Invisible, [new(false, 'o')]);

        Assert.Equal(UserModeFlags.Invisible, modes);
        Assert.Equal([new ModeChange(false, 'o')], effective);
    }

    [Fact]
    public void What_changes_nothing_is_not_reported()
    {
        var (modes, effective) = UserModeRules.Apply(UserModeFlags.Invisible, [new(true, 'i'), new(false, 'w')]);

        Assert.Equal(UserModeFlags.Invisible, modes);
        Assert.Empty(effective);
    }

    [Fact]
    public void Each_change_is_judged_after_the_one_before()
    {
        var (modes, effective) = UserModeRules.Apply(UserModeFlags.None, [new(true, 'i'), new(true, 'i'), new(false, 'i'), new(true, 'w')]);

        Assert.Equal(UserModeFlags.Wallops, modes);
        Assert.Equal([new ModeChange(true, 'i'), new ModeChange(false, 'i'), new ModeChange(true, 'w')], effective);
    }

    [Theory]
    [InlineData(UserModeFlags.None, "+")]
    [InlineData(UserModeFlags.Invisible, "+i")]
    [InlineData(UserModeFlags.Invisible | UserModeFlags.Operator | UserModeFlags.Wallops, "+iow")]
    public void Modes_are_described_by_their_letters(UserModeFlags modes, string expected) =>
        Assert.Equal(expected, UserModeRules.Describe(modes));

    [Fact]
    public void Every_letter_that_the_table_knows_has_a_rule()
    {
        var all = Enum.GetValues<UserModeFlags>().Aggregate((flags, flag) => flags | flag);

        Assert.All(UserModes.Table.Rows, mode => Assert.Single(UserModeRules.Apply(all, [new(false, mode.Letter)]).Effective));
    }
}
