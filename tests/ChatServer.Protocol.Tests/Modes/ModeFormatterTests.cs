namespace ChatServer.Protocol.Tests;

public class ModeFormatterTests
{
    [Fact]
    public void A_sign_is_written_only_where_it_changes()
    {
        var line = ModeFormatter.Format([new(true, 'o', "a"), new(true, 'v', "b"), new(false, 'b', "mask"), new(false, 't')]);

        Assert.Equal("+ov-bt", line.Modes);
        Assert.Equal(["a", "b", "mask"], line.Parameters.ToArray());
        Assert.Equal("+ov-bt a b mask", line.ToString());
    }

    [Fact]
    public void No_changes_make_no_line()
    {
        Assert.Equal("", ModeFormatter.Format([]).ToString());
        Assert.Empty(ModeFormatter.FormatLines([], maxBytes: 100));
    }

    [Fact]
    public void A_line_has_no_more_parameters_than_a_message_can_carry()
    {
        var changes = Enumerable.Range(0, 30).Select(i => new ModeChange(true, 'v', $"n{i}"));

        Assert.Equal([13, 13, 4], ModeFormatter.FormatLines(changes, maxBytes: 400).Select(line => line.Parameters.Length));
    }

    [Fact]
    public void A_line_is_no_longer_than_asked_for()
    {
        var changes = Enumerable.Range(0, 9).Select(i => new ModeChange(i % 2 == 0, 'b', $"ü{i}!*@*"));

        var lines = ModeFormatter.FormatLines(changes, maxBytes: 30).ToList();

        Assert.All(lines, line => Assert.InRange(line.ToString().Utf8().Length, 1, 30));
        Assert.Equal(9, lines.Sum(line => line.Parameters.Length));
        Assert.Equal(3, lines.Count);
    }
}
