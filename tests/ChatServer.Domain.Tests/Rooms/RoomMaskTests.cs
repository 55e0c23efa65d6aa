using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomMaskTests
{
    private static readonly UserIdentity Someone = Alice with { Account = "Liddell", RealName = WireText.From("Alice of Wonderland") };

    [Theory]
    [InlineData("alice", "alice!*@*")]
    [InlineData("a:liddell", "a:liddell")]
    [InlineData("~a:liddell", "a:liddell")]
    [InlineData("account:liddell", "a:liddell")]
    [InlineData("~account:liddell", "a:liddell")]
    [InlineData("r:* of wonderland", "r:*?of?wonderland")]
    [InlineData("j:#Room", "j:#Room")]
    [InlineData("m:alice", "m:alice!*@*")]
    [InlineData("~mute:~account:liddell", "m:a:liddell")]
    [InlineData("2001:db8::1", "*!*@2001:db8::1")]
    [InlineData("fe80:*", "*!*@fe80:*")]
    [InlineData("alice!*@2001:db8::/32", "alice!*@2001:db8::/32")]
    public void A_mask_is_completed_and_shown_in_its_shortest_form(string text, string shown) => Assert.Equal(shown, Mask(text).Text);

    [Theory]
    [InlineData("~x:y")]
    [InlineData("x:y")]
    [InlineData("c:#room")]
    [InlineData("class:users")]
    [InlineData("~certainly:not")]
    [InlineData("a:")]
    [InlineData("a:two words")]
    [InlineData("j:room")]
    [InlineData("m:")]
    [InlineData("m:m:alice")]
    [InlineData("m:~x:y")]
    public void What_would_cover_nobody_is_no_mask(string text) => Assert.False(RoomMask.TryParse(text, CaseMapping.Ascii, out _));

    [Theory]
    [InlineData("alice", true)]
    [InlineData("bob", false)]
    [InlineData("a:LIDDELL", true)]
    [InlineData("a:l*", true)]
    [InlineData("a:alice", false)]
    [InlineData("r:alice*land", true)]
    [InlineData("r:alice", false)]
    [InlineData("j:#TEA", true)]
    [InlineData("j:#other", false)]
    [InlineData("m:alice", true)]
    [InlineData("m:a:liddell", true)]
    [InlineData("m:r:bob", false)]
    public void A_mask_covers_whom_it_asks_for(string text, bool expected)
    {
        Assert.True(RoomName.TryParse("#tea", CaseMapping.Ascii, 64, out var tea));

        Assert.Equal(expected, Mask(text).Covers(Someone, [tea]));
    }

    [Fact]
    public void A_mask_of_accounts_covers_nobody_without_one() => Assert.False(Mask("a:*").Covers(Alice, []));

    [Fact]
    public void Masks_are_equal_under_the_case_mapping_however_they_were_written()
    {
        Assert.Equal(Mask("~account:LIDDELL"), Mask("a:liddell"));
        Assert.Equal(Mask("m:BOB!*@*").GetHashCode(), Mask("m:bob").GetHashCode());
        Assert.NotEqual(Mask("m:bob"), Mask("bob"));
    }

    [Fact]
    public void What_ISUPPORT_says_of_extended_masks_is_what_there_is()
    {
        Assert.Equal(",ajmr", ExtendedMask.ExtBanToken);
        Assert.All(ExtendedMask.AccountExtBanToken.Split(','), name => Assert.Equal("a:x", Mask($"{name}:x").Text));
    }
}
