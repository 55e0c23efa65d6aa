using ChatClient.View;

namespace ChatClient.Tests.View;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("pip: hello", true)]
    [InlineData("hello PIP", true)]
    [InlineData("(pip)", true)]
    [InlineData("pipe and pip", true)]
    [InlineData("pipe", false)]
    [InlineData("pip_ is another", false)]
    [InlineData("x-pip", false)]
    [InlineData("", false)]
    public void A_nick_calls_when_it_is_a_word_of_its_own(string text, bool calls) => Assert.Equal(calls, Mentions.IsIn(text, "pip"));

    [Fact]
    public void Nobody_is_never_called() => Assert.False(Mentions.IsIn("anything", string.Empty));
}
