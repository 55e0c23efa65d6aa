namespace ChatServer.Protocol.Tests;

public class NicknameTests
{
    [Theory]
    [InlineData("alice")]
    [InlineData("Alice-2")]
    [InlineData(@"[]\`_^{|}")]
    [InlineData("-dash")]
    [InlineData("a~")]
    [InlineData("abcdefgh")]
    public void Names_within_the_rules_are_taken_as_written(string text)
    {
        Assert.True(Nickname.TryParse(text.Utf8(), CaseMapping.Ascii, maxBytes: 9, out var nickname));
        Assert.Equal(text, nickname.Text);
        Assert.Equal(text, nickname.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1alice")]
    [InlineData("tenletters")]
    [InlineData("a b")]
    [InlineData("a,b")]
    [InlineData("a*")]
    [InlineData("a?")]
    [InlineData("a!b")]
    [InlineData("a@b")]
    [InlineData("a.b")]
    [InlineData("#a")]
    [InlineData("&a")]
    [InlineData(":a")]
    [InlineData("$a")]
    [InlineData("~a")]
    [InlineData("@a")]
    [InlineData("%a")]
    [InlineData("+a")]
    [InlineData("a/b")]
    [InlineData("a\u0002")]
    [InlineData("a\0")]
    [InlineData("Işıl")]
    public void Names_that_mean_something_else_on_the_wire_are_refused(string text)
    {
        Assert.False(Nickname.TryParse(text.Utf8(), CaseMapping.Ascii, maxBytes: 9, out _));
        Assert.False(Nickname.TryParse(text, CaseMapping.Ascii, maxBytes: 9, out var nickname));
        Assert.Equal("", nickname.Text);
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_the_same()
    {
        Assert.True(Nickname.TryParse("Alice[]", CaseMapping.Rfc1459, 32, out var upper));
        Assert.True(Nickname.TryParse("aLICE{}", CaseMapping.Rfc1459, 32, out var lower));

        Assert.Equal(upper, lower);
        Assert.True(upper == lower);
        Assert.Equal(upper.GetHashCode(), lower.GetHashCode());
        Assert.Equal("alice{}", upper.Folded);
    }

    [Fact]
    public void Under_the_ascii_mapping_brackets_and_braces_differ()
    {
        Assert.True(Nickname.TryParse("a[", CaseMapping.Ascii, 32, out var bracket));
        Assert.True(Nickname.TryParse("a{", CaseMapping.Ascii, 32, out var brace));

        Assert.True(bracket != brace);
    }
}
