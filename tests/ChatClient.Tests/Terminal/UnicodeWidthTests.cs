using ChatClient.Terminal;

namespace ChatClient.Tests.Terminal;

public sealed class UnicodeWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain", 5)]
    [InlineData("naïve", 5)]
    [InlineData("nai\u0308ve", 5)]
    [InlineData("漢字", 4)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("한글", 4)]
    [InlineData("😀", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("👩‍👩‍👧‍👦", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("שלום", 4)]
    [InlineData("\u2067abc\u2069", 3)]
    [InlineData("a\u200bb", 2)]
    public void Text_takes_so_many_columns(string text, int columns) => Assert.Equal(columns, UnicodeWidth.Of(text));

    [Fact]
    public void Cells_are_as_wide_as_their_text()
    {
        foreach (var text in new[] { "naïve 漢字 👩‍👩‍👧‍👦!", "e\u0301\u0302x", "🇩🇪🇫🇷" })
            Assert.Equal(UnicodeWidth.Of(text), CellText.Width(CellText.Of(text, default).AsSpan()));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_such() => Assert.Equal("\ufffd", CellText.Of("\ud800", default)[0].Text);

    [Theory]
    [InlineData("a\u0007b", "a\ufffdb")]
    [InlineData("a\e[2Jb", "a\ufffd[2Jb")]
    [InlineData("a\u202eb\u2066c", "abc")]
    [InlineData("\u0301x", "\u25cc\u0301x")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\u009bb", "a\ufffdb")]
    public void Cells_can_do_no_harm(string text, string shown) =>
        Assert.Equal(shown, string.Concat(CellText.Of(text, default).Select(cell => cell.Text)));
}
