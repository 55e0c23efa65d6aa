using System.Net;

namespace ChatServer.Protocol.Tests;

public class UserMaskTests
{
    [Theory]
    [InlineData("alice", "alice!*@*")]
    [InlineData("Ali*", "Ali*!*@*")]
    [InlineData("*.example.org", "*!*@*.example.org")]
    [InlineData("192.0.2.7", "*!*@192.0.2.7")]
    [InlineData("2001:db8::/32", "*!*@2001:db8::/32")]
    [InlineData("~root@host", "*!~root@host")]
    [InlineData("alice!user", "alice!user@*")]
    [InlineData("alice!user@host", "alice!user@host")]
    [InlineData("!@", "*!*@*")]
    [InlineData("*", "*!*@*")]
    [InlineData("**a***", "*a*!*@*")]
    [InlineData("alice bob", "alice!*@*")]
    [InlineData("alice\u0002", "alice!*@*")]
    [InlineData("a@b!c", "*!a@b!c")]
    [InlineData("", "*!*@*")]
    public void What_was_left_out_is_completed(string text, string complete) =>
        Assert.Equal(complete, UserMask.Parse(text, CaseMapping.Ascii).Text);

    [Fact]
    public void A_completed_mask_reads_as_itself()
    {
        Property.Holds(WireGenerators.Word, text =>
        {
            var mask = UserMask.Parse(text, CaseMapping.Rfc1459);
            Assert.Equal(mask, UserMask.Parse(mask.Text, CaseMapping.Rfc1459));
            Assert.Equal(mask.Text, UserMask.Parse(mask.Text, CaseMapping.Rfc1459).Text);
        });
    }

    [Fact]
    public void Case_decides_neither_equality_nor_matches()
    {
        var mask = UserMask.Parse("ALICE[1]!*@Example.org", CaseMapping.Rfc1459);

        Assert.Equal(UserMask.Parse("alice{1}!*@example.ORG", CaseMapping.Rfc1459), mask);
        Assert.Equal(UserMask.Parse("alice{1}!*@example.ORG", CaseMapping.Rfc1459).GetHashCode(), mask.GetHashCode());
        Assert.True(mask.Matches("Alice{1]!u@EXAMPLE.org"));
        Assert.NotEqual(UserMask.Parse("alice{1}", CaseMapping.Ascii), UserMask.Parse("alice[1]", CaseMapping.Ascii));
    }

    [Theory]
    [InlineData("192.0.2.0/24", "192.0.2.200", true)]
    [InlineData("192.0.2.99/24", "192.0.2.200", true)]
    [InlineData("192.0.2.0/24", "192.0.3.1", false)]
    [InlineData("192.0.2.0/25", "192.0.2.128", false)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.*", "192.0.2.7", true)]
    [InlineData("192.0.2.0/24", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.*", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8::/32", "2001:db8:1::5", true)]
    [InlineData("2001:db8::/32", "2001:db9::5", false)]
    [InlineData("2001:DB8:0:0::5", "2001:db8::5", true)]
    [InlineData("2001:db8:*", "2001:db8::5", true)]
    [InlineData("192.0.2.0/33", "192.0.2.0", false)]
    [InlineData("192.0.2.0/-1", "192.0.2.0", false)]
    [InlineData("192.0.2.0/x", "192.0.2.0", false)]
    [InlineData("::/0", "192.0.2.7", false)]
    public void The_host_part_also_means_addresses(string host, string address, bool matches)
    {
        var mask = UserMask.Parse("*!*@" + host, CaseMapping.Ascii);

        Assert.Equal(matches, mask.Matches("alice", "~a", "cloak.example", IPAddress.Parse(address)));
    }

    [Fact]
    public void A_number_is_a_host_name_and_not_an_address()
    {
        var mask = UserMask.Parse("*!*@10", CaseMapping.Ascii);

        Assert.False(mask.Matches("alice", "~a", "host.example", IPAddress.Parse("0.0.0.10")));
        Assert.True(mask.Matches("alice", "~a", "10", address: null));
    }

    [Theory]
    [InlineData("e\u0301e\u0301e\u0301!*@*", "\u00E9\u00E9\u00E9")]
    [InlineData("E\u0301\u00C9*!~a@*.example", "\u00E9\u00E9n")]
    [InlineData("\u0958\u0958!~a@host.*", "\u0915\u093C\u0915\u093C")]
    [InlineData("*!~a\u0958e\u0301*@*", null)]
    public void Letters_may_be_written_apart_from_their_marks(string text, string? nick)
    {
        var mask = UserMask.Parse(text, CaseMapping.Precis);

        Assert.Equal(nick is not null, mask.Matches(nick ?? "nobody", "~a", "host.example", null));
    }

    [Fact]
    public void Every_part_has_to_fit()
    {
        var mask = UserMask.Parse("a*!~b@*.example.org", CaseMapping.Ascii);

        Assert.True(mask.Matches("alice", "~b", "x.example.org", null));
        Assert.False(mask.Matches("bob", "~b", "x.example.org", null));
        Assert.False(mask.Matches("alice", "~c", "x.example.org", null));
        Assert.False(mask.Matches("alice", "~b", "x.example.com", null));
    }
}
