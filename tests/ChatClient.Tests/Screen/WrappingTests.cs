using ChatClient.Screen;
using ChatClient.Terminal;

namespace ChatClient.Tests.Screen;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("", 10, "")]
    [InlineData("one two three", 9, "one two|three")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("aaaaaaaaaaaa", 5, "aaaaa|aaaaa|aa")]
    [InlineData("a bbbbbbbbbb", 6, "a bbbb|bbbbbb")]
    [InlineData("漢字漢字", 5, "漢字|漢字")]
    [InlineData("x👩‍👩‍👧‍👦y", 2, "x|👩‍👩‍👧‍👦|y")]
    public void Lines_are_broken_behind_blanks_where_that_wastes_little(string text, int width, string rows) =>
        Assert.Equal(rows, string.Join('|', Rows(text, width).Select(row => row.TrimEnd(' '))));

    [Fact]
    public void Rows_fit_and_nothing_but_blanks_is_lost()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => " ab漢😀e\u0301"[random.Next(6)..][..1]))
                .Replace("\ud83d", "x", StringComparison.Ordinal).Replace("\ude00", "y", StringComparison.Ordinal);
            var width = random.Next(2, 20);
            var rows = Rows(text, width).ToList();

            Assert.All(rows, row => Assert.True(UnicodeWidth.Of(row) <= width));
            Assert.Equal(text.Replace(" ", ""), string.Concat(rows).Replace(" ", ""));
        }
    }

    private static IEnumerable<string> Rows(string text, int width) =>
        Wrapping.Rows([.. CellText.Of(text, default)], width).Select(row => string.Concat(row.Select(cell => cell.Text)));
}
