using System.Text;
using ChatClient.Terminal;

namespace ChatClient.Tests.Terminal;

public sealed class KeyDecoderTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("é", "é")]
    [InlineData("漢", "漢")]
    [InlineData("😀", "😀")]
    [InlineData("\r", "Enter")]
    [InlineData("\n", "Enter")]
    [InlineData("\t", "Tab")]
    [InlineData("\u007f", "Backspace")]
    [InlineData("\u0001", "Ctrl+A")]
    [InlineData("\u001a", "Ctrl+Z")]
    [InlineData("\u001d", "Ctrl+]")]
    [InlineData("\u001f", "Ctrl+_")]
    [InlineData("\e1", "Alt+1")]
    [InlineData("\ea", "Alt+A")]
    [InlineData("\e\u007f", "Alt+Backspace")]
    [InlineData("\e\r", "Alt+Enter")]
    [InlineData("\e[A", "Up")]
    [InlineData("\eOA", "Up")]
    [InlineData("\e[1;5C", "Ctrl+Right")]
    [InlineData("\e[1;3A", "Alt+Up")]
    [InlineData("\e\e[A", "Alt+Up")]
    [InlineData("\e[H", "Home")]
    [InlineData("\e[4~", "End")]
    [InlineData("\e[5~", "PageUp")]
    [InlineData("\e[6;2~", "Shift+PageDown")]
    [InlineData("\e[3~", "Delete")]
    [InlineData("\e[Z", "Shift+Tab")]
    [InlineData("\eOP", "F1")]
    [InlineData("\e[15~", "F5")]
    [InlineData("\e[24~", "F12")]
    public void A_key_is_told_by_its_bytes(string bytes, string key) => Assert.Equal([key], Keys(Decode(bytes)));

    [Theory]
    [InlineData("hi\e[A\e[1;5C\ebé漢😀\r\eOB\u0001")]
    [InlineData("x\e[200~one\r\ntwo\e[Athree\e[201~y")]
    [InlineData("\e[I\e[O\e[99~z")]
    public void The_same_keys_come_out_however_the_bytes_are_cut(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = new KeyDecoder().Feed(bytes);

        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var decoder = new KeyDecoder();
            Assert.Equal(whole, decoder.Feed(bytes.AsSpan(0, cut)).Concat(decoder.Feed(bytes.AsSpan(cut))));
        }
    }

    [Fact]
    public void Escape_alone_is_a_key_when_nothing_follows()
    {
        var decoder = new KeyDecoder();

        Assert.Empty(decoder.Feed("\e"u8));
        Assert.True(decoder.IsWaiting);
        Assert.Equal(["Escape"], Keys(decoder.GiveUpWaiting()));
        Assert.False(decoder.IsWaiting);
        Assert.Equal(["a"], Keys(decoder.Feed("a"u8)));
    }

    [Fact]
    public void Escape_twice_is_two_keys_when_nothing_follows()
    {
        var decoder = new KeyDecoder();
        decoder.Feed("\e\e"u8);

        Assert.Equal(["Escape", "Escape"], Keys(decoder.GiveUpWaiting()));
    }

    [Fact]
    public void Alt_bracket_is_a_key_when_nothing_follows()
    {
        var decoder = new KeyDecoder();
        decoder.Feed("\e["u8);

        Assert.Equal(["Alt+["], Keys(decoder.GiveUpWaiting()));
    }

    [Fact]
    public void A_paste_is_one_input_and_its_keys_do_nothing() =>
        Assert.Equal([new Pasted("one\ntwo\u0001\e[A")], Decode("\e[200~one\r\ntwo\u0001\e[A\e[201~"));

    [Fact]
    public void A_paste_that_never_ends_is_bounded()
    {
        var decoder = new KeyDecoder();
        decoder.Feed("\e[200~"u8);
        for (var i = 0; i < 100; i++)
            decoder.Feed(new byte[8 * 1024]);

        var pasted = Assert.IsType<Pasted>(Assert.Single(decoder.Feed("\e[201~"u8)));
        Assert.Equal(KeyDecoder.LongestPaste, pasted.Text.Length);
    }

    [Fact]
    public void Focus_is_told() => Assert.Equal([new FocusChanged(true), new FocusChanged(false)], Decode("\e[I\e[O"));

    [Fact]
    public void Bytes_that_are_no_text_are_left_out() =>
        Assert.Equal(["a", "b"], Keys(new KeyDecoder().Feed([(byte)'a', 0xFF, 0xC3, (byte)'b'])));

    [Theory]
    [InlineData("Ctrl+A")]
    [InlineData("Alt+<")]
    [InlineData("Ctrl+Home")]
    [InlineData("F12")]
    [InlineData("Shift+Tab")]
    public void Keys_are_written_as_they_are_read(string key) => Assert.Equal(key, Key.Parse(key).ToString());

    private static IReadOnlyList<TerminalInput> Decode(string bytes) => new KeyDecoder().Feed(Encoding.UTF8.GetBytes(bytes));

    private static IEnumerable<string> Keys(IEnumerable<TerminalInput> inputs) =>
        inputs.Cast<KeyPressed>().Select(input => input.Key.ToString());
}
