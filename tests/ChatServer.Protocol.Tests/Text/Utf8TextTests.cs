using System.Text;
using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

public class Utf8TextTests
{
    [Fact]
    public void Valid_text_stays_valid_wherever_it_is_cut()
    {
        var cases = from text in WireGenerators.Text from max in Gen.Choose(0, 40) select (Bytes: text.Utf8(), Max: max);

        Property.Holds(cases, c =>
        {
            var cut = Utf8Text.Cut(c.Bytes, c.Max);
            Assert.True(Utf8Text.IsValid(cut));
            Assert.True(cut.Length <= c.Max);
            Assert.True(cut.Length == c.Bytes.Length || cut.Length > c.Max - 4);
            Assert.True(c.Bytes.AsSpan().StartsWith(cut));
        });
    }

    [Fact]
    public void Bytes_without_boundaries_are_cut_at_the_limit() =>
        Assert.Equal(7, Utf8Text.Cut(Enumerable.Repeat((byte)0x80, 20).ToArray(), 7).Length);

    [Theory]
    [InlineData(new byte[] { }, true)]
    [InlineData(new byte[] { 0xC3, 0xA9 }, true)]
    [InlineData(new byte[] { 0xC3 }, false)]
    [InlineData(new byte[] { 0xC0, 0xAF }, false)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, false)]
    public void Overlong_forms_surrogates_and_halves_are_not_UTF8(byte[] bytes, bool valid) =>
        Assert.Equal(valid, Utf8Text.IsValid(bytes));

    [Theory]
    [InlineData("topic", 5, "topic")]
    [InlineData("topic", 3, "top")]
    [InlineData("topic", 0, "")]
    [InlineData("aé", 3, "aé")]
    [InlineData("aé", 2, "a")]
    [InlineData("漢字", 5, "漢")]
    [InlineData("漢字", 2, "")]
    [InlineData("a\U0001F603", 4, "a")]
    [InlineData("a\U0001F603", 5, "a\U0001F603")]
    public void A_cut_is_between_code_points(string text, int maxBytes, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Utf8Text.Cut(Encoding.UTF8.GetBytes(text), maxBytes)));
}
