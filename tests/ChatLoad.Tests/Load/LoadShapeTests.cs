using ChatLoad.Load;

namespace ChatLoad.Tests.Load;

public class LoadShapeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_ramp_goes_evenly_from_level_to_level()
    {
        var shape = new LoadShape(0, [new Stage(10 * Second, 100), new Stage(5 * Second, 100), new Stage(10 * Second, 0)]);

        Assert.Equal(25 * Second, shape.Length);
        Assert.Equal(0, shape.LevelAt(TimeSpan.Zero));
        Assert.Equal(50, shape.LevelAt(5 * Second));
        Assert.Equal(100, shape.LevelAt(12 * Second));
        Assert.Equal(25, shape.LevelAt(22.5 * Second));
        Assert.Equal(0, shape.LevelAt(60 * Second));
        Assert.Equal(100, shape.Peak);
        Assert.Equal(500 + 500 + 500, shape.Total);
    }

    [Fact]
    public void A_stage_without_length_jumps()
    {
        var shape = new LoadShape(10, [new Stage(Second, 10), new Stage(TimeSpan.Zero, 50), new Stage(Second, 50)]);

        Assert.Equal(10, shape.LevelAt(0.99 * Second));
        Assert.Equal(50, shape.LevelAt(Second));
        Assert.Equal(60, shape.Total);
    }

    [Fact]
    public void The_instant_of_an_area_is_where_the_level_adds_up_to_it()
    {
        var shape = new LoadShape(0, [new Stage(10 * Second, 100), new Stage(10 * Second, 0)]);

        Assert.Equal(0, shape.SecondsUntilArea(0));
        Assert.Equal(5, shape.SecondsUntilArea(125), 9);
        Assert.Equal(10, shape.SecondsUntilArea(500), 9);
        Assert.Equal(15, shape.SecondsUntilArea(875), 9);
        Assert.Equal(double.PositiveInfinity, shape.SecondsUntilArea(1_000));
    }

    [Theory]
    [InlineData("30s:1000", 30, 1000)]
    [InlineData("0s:5", 0, 5)]
    [InlineData("2m:0.5", 120, 0.5)]
    [InlineData("250ms:1", 0.25, 1)]
    public void A_stage_is_written_as_length_and_target(string text, double seconds, double target)
    {
        Assert.True(Stage.TryParse(text, out var stage));

        Assert.Equal(new Stage(TimeSpan.FromSeconds(seconds), target), stage);
        Assert.True(Stage.TryParse(stage.ToString(), out var again));
        Assert.Equal(stage, again);
    }

    [Theory]
    [InlineData("30s")]
    [InlineData("30s:")]
    [InlineData(":5")]
    [InlineData("30x:5")]
    [InlineData("30s:-5")]
    [InlineData("-1s:5")]
    public void What_is_no_stage_is_refused(string text) => Assert.False(Stage.TryParse(text, out _));
}
