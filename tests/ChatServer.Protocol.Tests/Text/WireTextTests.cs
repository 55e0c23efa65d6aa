namespace ChatServer.Protocol.Tests;

public class WireTextTests
{
    [Fact]
    public void Default_is_empty()
    {
        Assert.Equal(WireText.Empty, default);
        Assert.True(default(WireText).IsEmpty);
        Assert.Equal("", default(WireText).ToString());
        Assert.Equal(WireText.Empty, WireText.From(""));
        Assert.Equal(WireText.Empty.GetHashCode(), WireText.Copy([]).GetHashCode());
    }

    [Fact]
    public void Copy_does_not_see_later_changes_of_its_source()
    {
        byte[] bytes = [.. "topic"u8];
        var text = WireText.Copy(bytes);
        bytes[0] = (byte)'T';

        Assert.Equal(WireText.From("topic"), text);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_kept_and_shown_as_replacement_characters()
    {
        var text = WireText.Copy([(byte)'a', 0xE8, (byte)'b']);

        Assert.Equal(3, text.Length);
        Assert.Equal("a\uFFFDb", text.ToString());
        Assert.NotEqual(WireText.From("a\uFFFDb"), text);
    }
}
