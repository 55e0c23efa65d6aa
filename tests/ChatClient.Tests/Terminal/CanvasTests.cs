using ChatClient.Terminal;

namespace ChatClient.Tests.Terminal;

public sealed class CanvasTests
{
    [Theory]
    [InlineData(0, "漢字ab", "漢字ab")]
    [InlineData(3, "漢字ab", "   漢字")]
    [InlineData(6, "漢字", "")]
    [InlineData(-2, "漢字ab", "字ab")]
    [InlineData(-1, "ab", "b")]
    public void What_lies_outside_is_cut_off(int column, string text, string shown)
    {
        var canvas = new Canvas(7, 1, default);

        canvas.Put(0, column, text, default);

        Assert.Equal(shown + "\n", canvas.ToFrame(null).ToString());
    }

    [Theory]
    [InlineData(0, "x 字")]
    [InlineData(1, " x字")]
    [InlineData(2, "漢x")]
    public void Half_of_a_wide_character_is_a_blank(int column, string shown)
    {
        var canvas = new Canvas(7, 1, default);
        canvas.Put(0, 0, "漢字", default);

        canvas.Put(0, column, "x", default);

        Assert.Equal(shown + "\n", canvas.ToFrame(null).ToString());
    }

    [Fact]
    public void Rows_outside_are_left_alone()
    {
        var canvas = new Canvas(3, 1, default);

        canvas.Put(-1, 0, "abc", default);
        canvas.Put(1, 0, "abc", default);
        canvas.Fill(1, 0, 3, default);

        Assert.Equal("\n", canvas.ToFrame(null).ToString());
    }
}
