using ChatLoad.Load;

namespace ChatLoad.Tests.Load;

public class DurationsTests
{
    [Theory]
    [InlineData("10", 10_000)]
    [InlineData("10s", 10_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("20ms", 20)]
    [InlineData("250us", 0.25)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("0s", 0)]
    public void A_duration_is_a_number_and_a_unit(string text, double milliseconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
        Assert.True(Durations.TryParse(Durations.Format(duration), out var again));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("10x")]
    [InlineData("10 s")]
    [InlineData("-5s")]
    [InlineData("1e9h")]
    [InlineData("99999999h")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(Durations.TryParse(text, out _));
}
