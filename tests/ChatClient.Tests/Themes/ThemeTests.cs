using ChatClient.Screen;
using ChatClient.Terminal;
using ChatClient.Themes;

namespace ChatClient.Tests.Themes;

public sealed class ThemeTests
{
    [Theory]
    [InlineData(null, null, "TERM=xterm-256color", "dark")]
    [InlineData(null, null, "TERM=xterm", "16")]
    [InlineData(null, null, "COLORTERM=truecolor", "dark")]
    [InlineData(null, "light", "TERM=xterm", "light")]
    [InlineData(null, "light", "NO_COLOR=1", "none")]
    [InlineData("light", null, "NO_COLOR=1", "light")]
    [InlineData("16", "light", "", "16")]
    [InlineData("nonsense", null, "COLORTERM=1", "dark")]
    public void What_was_asked_for_wins_over_NO_COLOR_and_that_over_the_configuration(
        string? asked, string? configured, string environment, string theme)
    {
        var variable = environment.Split('=');

        Assert.Equal(theme, BuiltInThemes.For(asked, configured, name => name == variable[0] ? variable[1] : null).Name);
    }

    [Fact]
    public void No_theme_uses_more_colours_than_it_may()
    {
        foreach (var theme in BuiltInThemes.Every)
        {
            var colors = typeof(Theme).GetProperties().Where(property => property.PropertyType == typeof(Style))
                .Select(property => (Style)property.GetValue(theme)!)
                .SelectMany(style => new[] { style.Foreground, style.Background })
                .Concat(theme.Nicks);
            Assert.All(colors, color => Assert.True(color.IsDefault || (color.IsIndexed && color.Index < theme.Colors)));
        }
    }

    [Theory]
    [InlineData(196, 9)]
    [InlineData(16, 0)]
    [InlineData(231, 15)]
    [InlineData(244, 8)]
    [InlineData(5, 5)]
    public void Of_sixteen_colours_the_nearest_is_taken(int color, int nearest) =>
        Assert.Equal(Color.Of(nearest), Palette.NearestOf16(Color.Of(color)));

    [Fact]
    public void A_nick_keeps_its_colour()
    {
        Assert.Equal(new Style(Color.Of(169)), NickColor.Of("ada", BuiltInThemes.Dark));
        Assert.Equal(NickColor.Of("ada", BuiltInThemes.Dark), NickColor.Of("ADA__", BuiltInThemes.Dark));
        Assert.Equal(default, NickColor.Of("ada", BuiltInThemes.None));
    }
}
