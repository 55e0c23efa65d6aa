using ChatClient.View;

namespace ChatClient.Tests.View;

public sealed class CompletionTests
{
    private static readonly CompletionSources Sources = new(
        ["carol", "alice", "Albert"], ["#lobby", "#lounge"], ["join", "part", "party"], "#");

    [Theory]
    [InlineData("al", "alice: ")]
    [InlineData("AL", "alice: ")]
    [InlineData("hello al", "hello alice ")]
    [InlineData("hello @al", "hello @alice ")]
    [InlineData("#lo", "#lobby ")]
    [InlineData("see #lou", "see #lounge ")]
    [InlineData("/jo", "/join ")]
    [InlineData("see /jo", null)]
    [InlineData("zz", null)]
    [InlineData("", "carol: ")]
    [InlineData("hello ", "hello carol ")]
    public void A_word_is_completed_with_what_fits_best(string typed, string? completed) =>
        Assert.Equal(completed, Completion.Begin(InputLine.Empty.Insert(typed), Sources)?.Given.Text);

    [Fact]
    public void The_next_one_takes_its_place_and_at_last_the_first_again()
    {
        var first = Completion.Begin(InputLine.Empty.Insert("al"), Sources)!;

        Assert.Equal("Albert: ", first.Next(1).Given.Text);
        Assert.Equal("alice: ", first.Next(1).Next(1).Given.Text);
        Assert.Equal("Albert: ", first.Next(-1).Given.Text);
    }

    [Fact]
    public void What_stands_behind_the_cursor_stays()
    {
        var line = InputLine.Empty.Insert("ask al about it") with { Cursor = "ask al".Length };

        Assert.Equal("ask alice  about it", Completion.Begin(line, Sources)!.Given.Text);
    }
}
