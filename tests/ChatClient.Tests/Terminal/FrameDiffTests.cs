using System.Text;
using ChatClient.Terminal;

namespace ChatClient.Tests.Terminal;

public sealed class FrameDiffTests
{
    private static readonly Style Red = new(Color.Of(1));

    [Fact]
    public void Nothing_is_written_when_nothing_changed() => Assert.Equal(string.Empty, Diff(Frame("one", "two"), Frame("one", "two")));

    [Fact]
    public void Only_what_changed_is_written()
    {
        var written = Diff(Frame("the same line", "some text here"), Frame("the same line", "some word here"));

        Assert.Contains("\e[2;6H", written, StringComparison.Ordinal);
        Assert.Contains("word", written, StringComparison.Ordinal);
        Assert.DoesNotContain("same", written, StringComparison.Ordinal);
        Assert.DoesNotContain("some", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_looks_is_a_change()
    {
        var before = new Canvas(4, 1, default);
        before.Put(0, 0, "abcd", default);
        var after = new Canvas(4, 1, default);
        after.Put(0, 0, "abcd", default);
        after.Put(0, 1, "b", Red);

        Assert.Contains("\e[0;31mb", Diff(before.ToFrame(null), after.ToFrame(null)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_of_another_size_is_drawn_whole() =>
        Assert.Contains("\e[2J", Diff(Frame("one"), Frame("one", "two")), StringComparison.Ordinal);

    [Fact]
    public void The_cursor_is_hidden_without_a_place()
    {
        var terminal = new FakeTerminal(10, 1);
        var text = new StringBuilder();
        FrameDiff.Append(text, null, new Canvas(10, 1, default).ToFrame((0, 3)));
        terminal.Write(text.ToString());
        Assert.True(terminal.IsCursorShown);
        Assert.Equal((0, 3), terminal.Cursor);

        terminal.Write(Diff(new Canvas(10, 1, default).ToFrame((0, 3)), new Canvas(10, 1, default).ToFrame(null)));
        Assert.False(terminal.IsCursorShown);
    }

    [Fact]
    public void After_a_cluster_that_terminals_see_differently_the_place_is_said_again()
    {
        var written = Diff(Frame("......"), Frame("a👩‍👩‍👧‍👦b.."));

        Assert.Contains("👩‍👩‍👧‍👦\e[1;4Hb", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_changes_a_terminal_shows_the_last_frame()
    {
        var random = new Random(20261121);
        var terminal = new FakeTerminal(24, 6);
        Frame? shown = null;
        for (var i = 0; i < 2000; i++)
        {
            var next = RandomFrame(random, shown);
            var text = new StringBuilder();
            FrameDiff.Append(text, shown, next);
            terminal.Write(text.ToString());
            Assert.Equal(next.ToString(), terminal.ToString());
            shown = next;
        }
    }

    private static Frame RandomFrame(Random random, Frame? before)
    {
        string[] pieces = ["a", "bc ", "漢字", "😀", "e\u0301", "      ", "👩‍👩‍👧‍👦", "          ", "x"];
        var canvas = new Canvas(24, 6, default);
        for (var row = 0; row < 6; row++)
        {
            if (before is not null)
                canvas.Put(row, 0, before.Row(row).ToArray().Where(cell => cell.Width > 0).ToArray());
            for (var changes = random.Next(3); changes > 0; changes--)
                canvas.Put(row, random.Next(-1, 24), pieces[random.Next(pieces.Length)], random.Next(2) == 0 ? default : Red);
        }

        return canvas.ToFrame(null);
    }

    private static string Diff(Frame before, Frame after)
    {
        var text = new StringBuilder();
        FrameDiff.Append(text, before, after);
        return text.ToString();
    }

    private static Frame Frame(params string[] lines)
    {
        var canvas = new Canvas(20, lines.Length, default);
        for (var row = 0; row < lines.Length; row++)
            canvas.Put(row, 0, lines[row], default);
        return canvas.ToFrame(null);
    }
}
