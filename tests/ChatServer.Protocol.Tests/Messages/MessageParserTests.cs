using System.Text;

namespace ChatServer.Protocol.Tests;

public class MessageParserTests
{
    [Theory]
    [InlineData("", MessageError.Empty)]
    [InlineData("   ", MessageError.Empty)]
    [InlineData("@a=b", MessageError.NoVerb)]
    [InlineData("@a=b ", MessageError.NoVerb)]
    [InlineData(":source", MessageError.NoVerb)]
    [InlineData("@a :source  ", MessageError.NoVerb)]
    public void A_line_without_a_verb_is_no_message(string line, MessageError expected)
    {
        Assert.False(MessageParser.TryParse(line.Utf8(), out _, out var error));
        Assert.Equal(expected, error);
        Assert.Throws<FormatException>(() => IrcMessage.Parse(line));
    }

    [Fact]
    public void Leading_spaces_are_passed_over() => Assert.Equal("PING a", IrcMessage.Parse("  PING   a").ToString());

    [Fact]
    public void A_verb_is_compared_without_regard_to_case()
    {
        Assert.True(MessageParser.TryParse("privMsg a b"u8, out var message, out _));

        Assert.True(message.IsVerb("PRIVMSG"u8));
        Assert.False(message.IsVerb("PRIVMS"u8));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(40)]
    public void Any_number_of_parameters_is_read(int count)
    {
        var expected = Enumerable.Range(0, count).Select(i => $"p{i}").ToArray();
        var line = $"VERB {string.Join("  ", expected)} :the last one ".Utf8();

        Assert.True(MessageParser.TryParse(line, out var message, out _));

        Assert.Equal(count + 1, message.Count);
        for (var i = 0; i < count; i++)
            Assert.Equal(expected[i], message.Text(i));
        Assert.Equal("the last one ", message.Text(count));
    }

    [Fact]
    public void A_parameter_that_is_not_there_is_empty()
    {
        Assert.True(MessageParser.TryParse("PING a"u8, out var message, out _));

        Assert.True(message[1].IsEmpty);
        Assert.True(message[-1].IsEmpty);
        Assert.True(message[int.MaxValue].IsEmpty);
        Assert.Equal("", message.Text(1));
    }

    [Fact]
    public void Parameters_may_be_bytes_that_are_not_UTF8()
    {
        Assert.True(MessageParser.TryParse([.. "PRIVMSG #a :"u8, 0xE8, 0x80], out var message, out _));

        Assert.Equal(new byte[] { 0xE8, 0x80 }, message[1].ToArray());
    }

    [Fact]
    public void Of_a_tag_named_twice_the_last_counts()
    {
        Assert.True(MessageParser.TryParse("@a=1;+b;;=x;A=2;a=3 PING"u8, out var message, out _));

        Assert.True(message.TryGetTag("a"u8, out var value));
        Assert.Equal("3", Encoding.UTF8.GetString(value));
        Assert.False(message.TryGetTag("c"u8, out _));

        var keys = new List<string>();
        foreach (var tag in message.Tags)
            keys.Add(Encoding.UTF8.GetString(tag.Key) + (tag.IsClientOnly ? " is client-only" : ""));
        Assert.Equal(["a", "+b is client-only", "A", "a"], keys);
    }

    [Fact]
    public void Reading_a_message_allocates_nothing()
    {
        var line = "@time=2026-01-01T00:00:00.000Z;msgid=abc :nick!user@host PRIVMSG #room,#other :hello there"u8.ToArray();

        Assert.Equal(0, Allocations.Of(() =>
        {
            return MessageParser.TryParse(line, out var message, out _)
                && message.TryGetTag("msgid"u8, out var id)
                && message.IsVerb("privmsg"u8)
                && message[1].Length > id.Length;
        }));
    }
}
