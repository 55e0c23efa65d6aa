namespace ChatServer.Protocol.Tests;

public class SkeletonTests
{
    [Theory]
    [InlineData("evan", "\u0435van")] // Cyrillic
    [InlineData("Boris", "\u0412\u043Eris")]
    [InlineData("nova", "n\u03BFva")] // Greek
    [InlineData("SOS", "\u0405O\u0405")]
    [InlineData("r\u00E9gis", "r\u0435\u0301gis")] // beneath a mark
    public void Names_that_look_alike_have_the_same_skeleton(string one, string other) =>
        Assert.Equal(Skeleton.Of(one), Skeleton.Of(other));

    [Theory]
    [InlineData("evan", "ivan")]
    [InlineData("paul", "pau1")]
    [InlineData("оля", "юля")]
    public void Others_have_not(string one, string other) => Assert.NotEqual(Skeleton.Of(one), Skeleton.Of(other));

    [Fact]
    public void Case_makes_no_difference() => Assert.Equal(Skeleton.Of("Evan"), Skeleton.Of("eVAN"));
}
