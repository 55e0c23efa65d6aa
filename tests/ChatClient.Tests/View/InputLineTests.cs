using ChatClient.View;

namespace ChatClient.Tests.View;

public sealed class InputLineTests
{
    // A bar marks the cursor.
    [Theory]
    [InlineData("hello| world", "left", "hell|o world")]
    [InlineData("hello| world", "right", "hello |world")]
    [InlineData("hello| world", "home", "|hello world")]
    [InlineData("hello| world", "end", "hello world|")]
    [InlineData("one two-three|", "word-left", "one two-|three")]
    [InlineData("|one two", "word-right", "one| two")]
    [InlineData("hello| world", "backspace", "hell| world")]
    [InlineData("|hello", "backspace", "|hello")]
    [InlineData("hello| world", "delete", "hello|world")]
    [InlineData("hello|", "delete", "hello|")]
    [InlineData("hello| world", "kill-to-end", "hello|")]
    [InlineData("hello| world", "kill-to-start", "| world")]
    [InlineData("see http://a.b/c |now", "kill-blank-word", "see |now")]
    [InlineData("see http://a.b/c|", "kill-word-left", "see http://a.b/|")]
    [InlineData("see |this now", "kill-word-right", "see | now")]
    [InlineData("ab|c", "transpose", "acb|")]
    [InlineData("abc|", "transpose", "acb|")]
    [InlineData("a|", "transpose", "a|")]
    [InlineData("x👩‍👩‍👧‍👦|", "left", "x|👩‍👩‍👧‍👦")]
    [InlineData("x👩‍👩‍👧‍👦|", "backspace", "x|")]
    [InlineData("|e\u0301x", "right", "e\u0301|x")]
    [InlineData("|漢字", "delete", "|字")]
    public void Keys_edit(string before, string edit, string after) => Assert.Equal(after, Show(Run(Line(before), edit)));

    [Fact]
    public void What_was_cut_can_be_put_in_elsewhere()
    {
        var line = Line("one two|").KillBlankWord().Home().Yank();

        Assert.Equal("two|one ", Show(line));
    }

    [Fact]
    public void Deleting_single_characters_does_not_replace_what_was_cut() =>
        Assert.Equal("cut|", Show(Line("cut|").KillToStart().Insert("x").Backspace().Yank()));

    [Fact]
    public void More_than_the_longest_text_is_not_taken()
    {
        var full = InputLine.Empty.Insert(new string('x', InputLine.Longest));

        Assert.Same(full, full.Insert("y"));
    }

    [Fact]
    public void History_goes_back_and_comes_forward_to_what_was_being_typed()
    {
        var history = InputHistory.Empty.With("first").With("second").With("second");

        var (one, second) = history.Older("draft")!.Value;
        var (two, first) = one.Older(second)!.Value;
        Assert.Null(two.Older(first));
        var (three, again) = two.Newer()!.Value;
        var (four, draft) = three.Newer()!.Value;

        Assert.Equal(["second", "first", "second", "draft"], [second, first, again, draft]);
        Assert.Null(four.Newer());
    }

    [Fact]
    public void History_is_bounded()
    {
        var history = Enumerable.Range(0, InputHistory.Most + 5).Aggregate(InputHistory.Empty, (all, number) => all.With($"{number}"));

        Assert.Equal((InputHistory.Most, "5"), (history.Lines.Count, history.Lines[0]));
    }

    private static InputLine Run(InputLine line, string edit) =>
        edit switch
        {
            "left" => line.Left(),
            "right" => line.Right(),
            "home" => line.Home(),
            "end" => line.End(),
            "word-left" => line.WordLeft(),
            "word-right" => line.WordRight(),
            "backspace" => line.Backspace(),
            "delete" => line.Delete(),
            "kill-to-end" => line.KillToEnd(),
            "kill-to-start" => line.KillToStart(),
            "kill-blank-word" => line.KillBlankWord(),
            "kill-word-left" => line.KillWordLeft(),
            "kill-word-right" => line.KillWordRight(),
            "transpose" => line.Transpose(),
            _ => throw new ArgumentException(edit),
        };

    private static InputLine Line(string text)
    {
        var cursor = text.IndexOf('|', StringComparison.Ordinal);
        return new InputLine(text.Remove(cursor, 1), cursor, string.Empty);
    }

    private static string Show(InputLine line) => line.Text.Insert(line.Cursor, "|");
}
