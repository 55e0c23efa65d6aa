using System.Buffers;
using System.Text;

namespace ChatServer.Protocol.Tests;

public class LineReaderTests
{
    private static readonly LineLimits Limits = LineLimits.Default;

    [Theory]
    [InlineData("PING a\r\n", "PING a")]
    [InlineData("PING a\n", "PING a")]
    [InlineData("\r\n\n\r\nPING a\r\n", "PING a")]
    [InlineData("PING a\r\r\n", "PING a")]
    public void A_line_ends_at_LF_with_or_without_CR_and_empty_lines_are_skipped(string received, string expected)
    {
        var (verdict, line, left) = Read(received.Utf8());

        Assert.Equal((LineVerdict.Line, expected, 0L), (verdict, line, left));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PING a")]
    [InlineData("PING a\r")]
    public void Without_LF_more_is_needed_and_nothing_is_consumed(string received)
    {
        var (verdict, line, left) = Read(received.Utf8());

        Assert.Equal((LineVerdict.NeedMore, "", (long)received.Length), (verdict, line, left));
    }

    [Theory]
    [InlineData(510, LineVerdict.Line)]
    [InlineData(511, LineVerdict.BodyTooLong)]
    public void A_body_may_have_510_bytes(int length, LineVerdict expected)
    {
        var (verdict, line, left) = Read((new string('a', length) + "\r\n").Utf8());

        Assert.Equal(expected, verdict);
        Assert.Equal(510, line.Length);
        Assert.Equal(0, left);
    }

    // "Servers MUST reply with 417 if a client sends more than 4094 bytes of tag data": IRCv3 message-tags, size limit.
    [Theory]
    [InlineData(4094, 510, LineVerdict.Line)]
    [InlineData(4095, 4, LineVerdict.TagsTooLong)]
    [InlineData(4094, 511, LineVerdict.BodyTooLong)]
    [InlineData(16_000, 4, LineVerdict.TagsTooLong)]
    public void Tags_have_a_limit_of_their_own(int tagBytes, int bodyBytes, LineVerdict expected)
    {
        var received = $"@{new string('t', tagBytes)} {new string('a', bodyBytes)}\r\nPING\r\n".Utf8();

        Assert.Equal(expected, Read(received).Verdict);
        Assert.Equal(expected, Read(InSegmentsOf(received, 100)).Verdict);
        Assert.Equal(6, Read(received).Left);
    }

    [Fact]
    public void Of_an_overlong_body_the_part_that_fits_is_handed_out_cut_between_code_points()
    {
        var (_, line, _) = Read(("@label=1 " + new string('a', 509) + "é and more\r\n").Utf8());

        Assert.Equal("@label=1 " + new string('a', 509), line);
    }

    [Fact]
    public void Tags_without_a_message_are_a_line_for_the_parser_to_refuse() =>
        Assert.Equal((LineVerdict.Line, "@a=b", 0L), Read("@a=b\r\n"u8.ToArray()));

    [Theory]
    [InlineData("PRIVMSG #a :b\0c\r\nPING\r\n")]
    [InlineData("PRIVMSG #a :b\rQUIT\r\nPING\r\n")]
    public void NUL_and_a_CR_inside_make_a_line_illegal_and_it_is_skipped(string received)
    {
        var (verdict, line, left) = Read(received.Utf8());

        Assert.Equal((LineVerdict.IllegalByte, "", 6L), (verdict, line, left));
    }

    // A line in several segments is looked at only as far as the scratch reaches; one in a single segment must be judged alike.
    [Fact]
    public void An_illegal_byte_far_behind_the_limits_does_not_change_the_verdict()
    {
        var received = (new string('a', 5000) + "\0\n").Utf8();

        Assert.Equal(LineVerdict.BodyTooLong, Read(received).Verdict);
        Assert.Equal(LineVerdict.BodyTooLong, Read(InSegmentsOf(received, 1000)).Verdict);
    }

    [Theory]
    [InlineData(16 * 1024, LineVerdict.NeedMore)]
    [InlineData((16 * 1024) + 1, LineVerdict.Unterminated)]
    public void A_line_that_never_ends_is_given_up(int length, LineVerdict expected)
    {
        var received = new string('a', length).Utf8();

        Assert.Equal((expected, "", (long)length), Read(received));
        Assert.Equal((expected, "", (long)length), Read(InSegmentsOf(received, 1000)));
    }

    [Fact]
    public void A_line_as_long_as_one_that_never_ends_is_given_up_though_its_end_has_come()
    {
        var received = (new string('a', (16 * 1024) + 1) + "\r\nPING a\r\n").Utf8();

        Assert.Equal((LineVerdict.Unterminated, "", (long)received.Length), Read(received));
        Assert.Equal((LineVerdict.Unterminated, "", (long)received.Length), Read(InSegmentsOf(received, 1000)));
    }

    [Fact]
    public void A_line_in_one_segment_is_not_copied()
    {
        var received = "PING a\r\n"u8.ToArray();
        var input = new ReadOnlySequence<byte>(received);

        LineReader.Read(ref input, Limits, new byte[Limits.ScratchBytes], out var line);

        Assert.True(line.Overlaps(received));
    }

    [Fact]
    public void Scratch_that_could_not_hold_a_line_is_refused() =>
        Assert.Throws<ArgumentException>("scratch", () =>
        {
            var input = ReadOnlySequence<byte>.Empty;
            LineReader.Read(ref input, Limits, new byte[Limits.ScratchBytes - 1], out _);
        });

    private static (LineVerdict Verdict, string Line, long Left) Read(byte[] received) => Read(new ReadOnlySequence<byte>(received));

    private static (LineVerdict Verdict, string Line, long Left) Read(ReadOnlySequence<byte> input)
    {
        var verdict = LineReader.Read(ref input, Limits, new byte[Limits.ScratchBytes], out var line);
        return (verdict, Encoding.UTF8.GetString(line), input.Length);
    }

    private static ReadOnlySequence<byte> InSegmentsOf(byte[] bytes, int size) => Segments.Of([.. bytes.Chunk(size)]);
}
