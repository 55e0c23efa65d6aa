namespace ChatServer.Protocol.Tests;

public class TagValueTests
{
    // The table and the two rules for invalid escapes of IRCv3 message-tags, escaping values.
    [Theory]
    [InlineData(@"\:", ";")]
    [InlineData(@"\s", " ")]
    [InlineData(@"\\", @"\")]
    [InlineData(@"\r", "\r")]
    [InlineData(@"\n", "\n")]
    [InlineData(@"\b", "b")]
    [InlineData(@"test\", "test")]
    [InlineData(@"\\\", @"\")]
    [InlineData(@"\é", "é")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Escapes_read_as_the_specification_says(string raw, string value) => Assert.Equal(value, TagValue.Unescape(raw));

    [Fact]
    public void Any_value_survives_escaping()
    {
        Property.Holds(WireGenerators.TagText, value =>
        {
            var escaped = TagValue.Escape(value);
            Assert.DoesNotContain(escaped, character => character is ';' or ' ' or '\r' or '\n');
            Assert.Equal(value, TagValue.Unescape(escaped));
        });
    }

    [Fact]
    public void Any_bytes_survive_escaping_also_when_read_in_place()
    {
        Property.Holds(WireGenerators.Bytes, value =>
        {
            var buffer = new byte[TagValue.MaxEscapedLength(value.Length)];
            var escaped = buffer.AsSpan(0, TagValue.Escape(value, buffer));
            Assert.Equal(value, escaped[..TagValue.Unescape(escaped, escaped)].ToArray());
        });
    }
}
