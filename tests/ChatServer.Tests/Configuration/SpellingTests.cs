using ChatServer.Host.Configuration;

namespace ChatServer.Tests.Configuration;

public class SpellingTests
{
    private static readonly string[] Known = ["NickLength", "TopicLength", "KickLength", "Burst"];

    [Theory]
    [InlineData("NickLenght", "NickLength")]
    [InlineData("nicklength", "NickLength")]
    [InlineData("TopicLngth", "TopicLength")]
    [InlineData("Bust", "Burst")]
    [InlineData("Brust", "Burst")]
    public void The_nearest_word_is_found(string typed, string meant) => Assert.Equal(meant, Spelling.Nearest(typed, Known));

    [Theory]
    [InlineData("Zebra")]
    [InlineData("")]
    public void A_word_near_to_none_finds_none(string typed) => Assert.Null(Spelling.Nearest(typed, Known));
}
