namespace ChatServer.Protocol.Tests;

public class GlobTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("**", "abc", true)]
    [InlineData("a*b*c", "axxbyyc", true)]
    [InlineData("a*b*c", "axxbyyd", false)]
    [InlineData("*ab", "aab", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData(@"\*", @"\anything", true)]
    [InlineData(@"\*", "*", false)]
    public void The_whole_text_has_to_fit(string pattern, string text, bool matches) => Assert.Equal(matches, Glob.IsMatch(pattern, text));

    // A matcher that tries every choice of every star would not come back from this one.
    [Fact]
    public void Many_stars_that_almost_fit_are_decided_without_trying_all_combinations()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 100)) + "b";

        Assert.False(Glob.IsMatch(pattern, new string('a', 500)));
        Assert.True(Glob.IsMatch(pattern, new string('a', 500) + "b"));
    }
}
