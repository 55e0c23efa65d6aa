using System.Text;
using ChatServer.Domain.Users;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Users;

public sealed class UserIdentityTests
{
    [Fact]
    public void The_source_is_nick_user_and_host()
    {
        Assert.Equal("alice!~alice@alice.example", Alice.FullName);
        Assert.Equal("alice!~alice@alice.example", Encoding.UTF8.GetString(Alice.Source));
    }

    [Theory]
    [InlineData("*!*@alice.example", true)]
    [InlineData("*!*@cloak", true)]
    [InlineData("*!*@192.0.2.7", true)]
    [InlineData("*!*@bob.example", false)]
    public void A_mask_fits_by_any_of_the_hosts_that_the_user_has_or_had(string mask, bool expected)
    {
        var cloaked = Alice with { Host = "cloak", OriginalHost = Alice.Host };

        Assert.Equal(expected, cloaked.IsCoveredBy(UserMask.Parse(mask, CaseMapping.Ascii)));
    }

    [Fact]
    public void A_changed_copy_has_a_source_of_its_own_though_the_original_was_read_before()
    {
        Assert.Equal("alice!~alice@alice.example", Encoding.UTF8.GetString(Alice.Source));

        Assert.Equal("al!~alice@alice.example", Encoding.UTF8.GetString((Alice with { Nick = Nick("al") }).Source));
        Assert.Equal("alice!al@alice.example", Encoding.UTF8.GetString((Alice with { UserName = "al" }).Source));
        Assert.Equal("alice!~alice@cloak", Encoding.UTF8.GetString((Alice with { Host = "cloak" }).Source));
    }

    [Fact]
    public void A_mode_is_set_or_not()
    {
        var user = Alice with { Modes = UserModeFlags.Invisible };

        Assert.True(user.Has(UserModeFlags.Invisible));
        Assert.False(user.Has(UserModeFlags.Operator));
    }
}
