using System.Text;

namespace ChatServer.Protocol.Tests;

public class MessageWriterTests
{
    private readonly WireBuffer _buffer = new();

    [Fact]
    public void A_message_has_its_parts_in_the_order_of_the_grammar()
    {
        var writer = new MessageWriter(_buffer);
        writer.Tag("time"u8, "2026-01-01T00:00:00.000Z"u8);
        writer.Tag("bot"u8);
        writer.Tag("+note"u8, "a b;c");
        writer.RawTag("+raw"u8, @"a\sb"u8);
        writer.Source("nick!user@host"u8);
        writer.Verb("PRIVMSG"u8);
        writer.Param("#room");
        writer.Trailing("hello there"u8);
        writer.End();

        Assert.Equal(
            "@time=2026-01-01T00:00:00.000Z;bot;+note=a\\sb\\:c;+raw=a\\sb :nick!user@host PRIVMSG #room :hello there\r\n",
            Written);
    }

    [Fact]
    public void One_writer_writes_one_line_after_the_other()
    {
        var writer = new MessageWriter(_buffer);
        for (var i = 0; i < 3; i++)
        {
            writer.Source("irc.example.org");
            writer.Numeric(Numerics.RPL_WELCOME);
            writer.Param("alice");
            writer.Param(i - 1L);
            writer.End();
        }

        Assert.Equal(
            ":irc.example.org 001 alice -1\r\n:irc.example.org 001 alice 0\r\n:irc.example.org 001 alice 1\r\n",
            Written);
    }

    [Theory]
    [InlineData("", "*")]
    [InlineData(":a", "*")]
    [InlineData("a b", "*")]
    [InlineData("a:b", "a:b")]
    [InlineData("a\r\nQUIT", "a??QUIT")]
    [InlineData("a\0", "a?")]
    public void A_word_that_would_break_the_grammar_is_replaced(string word, string expected)
    {
        var writer = new MessageWriter(_buffer);
        writer.Verb("FAIL"u8);
        writer.Param(word);
        writer.Param(word.Utf8());
        writer.Param(WireText.From(word));
        writer.Trailing("text");
        writer.End();

        Assert.Equal($"FAIL {expected} {expected} {expected} :text\r\n", Written);
    }

    [Fact]
    public void Line_ends_in_text_cannot_start_another_line()
    {
        var writer = new MessageWriter(_buffer);
        writer.Verb("PRIVMSG"u8);
        writer.Trailing(WireText.From("a\r\nQUIT"));
        writer.End();

        Assert.Equal("PRIVMSG :a??QUIT\r\n", Written);
    }

    [Fact]
    public void Trailing_text_is_cut_to_510_bytes_and_tags_do_not_count()
    {
        var writer = new MessageWriter(_buffer);
        writer.Tag("label"u8, new string('t', 1000));
        writer.Verb("PRIVMSG"u8);
        writer.Trailing(new string('a', 600));
        writer.End();

        var body = Written[(Written.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        Assert.Equal(512, body.Length);
        Assert.Equal($"PRIVMSG :{new string('a', 501)}\r\n", body);
    }

    [Fact]
    public void Every_line_has_the_whole_limit_to_itself()
    {
        var writer = new MessageWriter(_buffer);
        for (var i = 0; i < 2; i++)
        {
            writer.Verb("PRIVMSG"u8);
            writer.Trailing(new string('a', 600));
            writer.End();
        }

        var line = $"PRIVMSG :{new string('a', 501)}\r\n";
        Assert.Equal(line + line, Written);
    }

    [Fact]
    public void A_code_point_that_does_not_fit_is_left_out()
    {
        var writer = new MessageWriter(_buffer, lineBytes: 15);
        writer.Verb("VERB"u8);
        writer.Trailing("12345é\U0001F603");
        writer.End();

        Assert.Equal("VERB :12345é\r\n", Written);
    }

    [Fact]
    public void Room_says_what_still_fits_so_that_lists_can_be_split()
    {
        var writer = new MessageWriter(_buffer, lineBytes: 20);
        writer.Verb("VERB"u8);
        writer.BeginTrailing();
        Assert.Equal(12, writer.Room);

        writer.Append("alice "u8);
        Assert.Equal(6, writer.Room);
        writer.Append("bob and carol");
        Assert.Equal(0, writer.Room);
        writer.Append("dave");
        writer.End();

        Assert.Equal("VERB :alice bob an\r\n", Written);
    }

    [Fact]
    public void A_numeric_has_three_digits()
    {
        var writer = new MessageWriter(_buffer);
        writer.Numeric(5);
        writer.End();
        writer.Numeric(908);
        writer.End();

        Assert.Equal("005\r\n908\r\n", Written);
    }

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character()
    {
        var writer = new MessageWriter(_buffer);
        writer.Verb("VERB"u8);
        writer.Param("a\uD800");
        writer.Trailing("\uDC00");
        writer.End();

        Assert.Equal("VERB a\uFFFD :\uFFFD\r\n", Written);
    }

    [Fact]
    public void Writing_a_message_allocates_nothing()
    {
        var text = WireText.From("hello there");

        Assert.Equal(0, Allocations.Of(() =>
        {
            _buffer.Clear();
            var writer = new MessageWriter(_buffer);
            writer.Tag("time"u8, "2026-01-01T00:00:00.000Z"u8);
            writer.Tag("account"u8, "alice");
            writer.Source("alice!~a@host.example");
            writer.Verb("PRIVMSG"u8);
            writer.Param("#room");
            writer.Param(42);
            writer.Trailing(text);
            writer.End();
            return _buffer.WrittenCount > 0;
        }));
    }

    private string Written => Encoding.UTF8.GetString(_buffer.WrittenSpan);
}
