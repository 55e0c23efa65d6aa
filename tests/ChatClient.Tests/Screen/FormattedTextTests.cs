using ChatClient.Screen;
using ChatClient.Terminal;
using ChatClient.Themes;

namespace ChatClient.Tests.Screen;

public sealed class FormattedTextTests
{
    [Theory]
    [InlineData("plain", "plain", 0, "None", -1, -1)]
    [InlineData("\u0002bold", "bold", 0, "Bold", -1, -1)]
    [InlineData("\u0002b\u001di\u001fu", "biu", 2, "Bold, Italic, Underline", -1, -1)]
    [InlineData("\u0002b\u0002n", "bn", 1, "None", -1, -1)]
    [InlineData("\u0002b\u000fn", "bn", 1, "None", -1, -1)]
    [InlineData("\u0016r\u001es", "rs", 1, "Reverse, Strikethrough", -1, -1)]
    [InlineData("\u00034red", "red", 0, "None", 9, -1)]
    [InlineData("\u000304,02red", "red", 0, "None", 9, 4)]
    [InlineData("\u0003123", "3", 0, "None", 12, -1)]
    [InlineData("\u00034,x", ",x", 0, "None", 9, -1)]
    [InlineData("\u00034r\u0003n", "rn", 1, "None", -1, -1)]
    [InlineData("\u000399default", "default", 0, "None", -1, -1)]
    [InlineData("\u000352deep", "deep", 0, "None", 196, -1)]
    [InlineData("\u0011mono", "mono", 0, "None", -1, -1)]
    public void Codes_are_carried_out_and_not_shown(
        string text, string shown, int at, string attributes, int foreground, int background)
    {
        var cells = FormattedText.Lines(text, default, BuiltInThemes.Dark).Single();

        Assert.Equal(shown, string.Concat(cells.Select(cell => cell.Text)));
        Assert.Equal(new Style(ColorOf(foreground), ColorOf(background), Enum.Parse<TextAttributes>(attributes)), cells[at].Style);
    }

    [Fact]
    public void Hexadecimal_colours_are_exact_where_there_are_so_many()
    {
        const string Text = "\u0004FF8000,000000x";

        Assert.Equal((255, 128, 0), FormattedText.Lines(Text, default, BuiltInThemes.Dark).Single()[0].Style.Foreground.Rgb);
        Assert.True(
            FormattedText.Lines(Text, default, BuiltInThemes.Sixteen).Single()[0].Style.Foreground is { IsIndexed: true, Index: < 16 });
        Assert.True(FormattedText.Lines(Text, default, BuiltInThemes.None).Single()[0].Style.Foreground.IsDefault);
    }

    private static Color ColorOf(int index) => index < 0 ? Color.Default : Color.Of(index);
}
