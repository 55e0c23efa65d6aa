using System.Net;
using ChatServer.Domain.Rooms;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class MaskListTests
{
    [Fact]
    public void An_empty_list_covers_nobody() => Assert.False(MaskList.Empty.CoversSpeaking(Alice));

    [Theory]
    [InlineData("alice!*@*")]
    [InlineData("ALICE!*@*")]
    [InlineData("*!~alice@*")]
    [InlineData("*!*@*.example")]
    [InlineData("a?ice!*@alice.*")]
    public void A_list_covers_whom_one_of_its_masks_fits(string mask) => Assert.True(Masks("nobody!*@*", mask).CoversSpeaking(Alice));

    [Fact]
    public void A_list_does_not_cover_whom_no_mask_fits() => Assert.False(Masks("bob!*@*", "*!*@bob.example").CoversSpeaking(Alice));

    [Theory]
    [InlineData("*!*@192.0.2.7")]
    [InlineData("*!*@192.0.2.*")]
    [InlineData("*!*@192.0.2.0/24")]
    public void A_mask_of_the_real_address_fits_though_others_see_a_host(string mask) => Assert.True(Masks(mask).CoversSpeaking(Alice));

    [Fact]
    public void An_address_range_does_not_fit_an_address_outside()
    {
        var elsewhere = Alice with { Address = IPAddress.Parse("192.0.3.7") };

        Assert.False(Masks("*!*@192.0.2.0/24").CoversSpeaking(elsewhere));
    }

    [Fact]
    public void New_entries_go_to_the_end()
    {
        var list = Masks("a", "b", "c");

        Assert.Equal(["a!*@*", "b!*@*", "c!*@*"], list.Entries.Select(entry => entry.Mask.Text));
    }

    [Fact]
    public void Adding_a_mask_that_is_there_keeps_the_list_and_the_older_entry()
    {
        var list = Masks("a", "b");

        Assert.Same(list, list.Add(new MaskEntry(Mask("A!*@*"), "somebody!~else@x", Noon.AddDays(1))));
    }

    [Fact]
    public void Removing_a_mask_takes_it_out_whatever_its_case()
    {
        var list = Masks("a", "b", "c").Remove(Mask("B!*@*"));

        Assert.Equal(["a!*@*", "c!*@*"], list.Entries.Select(entry => entry.Mask.Text));
    }

    [Fact]
    public void Removing_a_mask_that_is_not_there_keeps_the_list()
    {
        var list = Masks("a");

        Assert.Same(list, list.Remove(Mask("b")));
    }
}
