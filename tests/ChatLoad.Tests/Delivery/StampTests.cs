using System.Text;
using ChatLoad.Delivery;

namespace ChatLoad.Tests.Delivery;

public class StampTests
{
    private const uint Run = 0xCAFE1234;
    private const int Payload = 64;

    private static readonly Stamp Example = new(Sender: 0xFEDCBA98, Sequence: 4_000_000_000, SentAt: 1_234_567_890_123_456_789);

    [Theory]
    [InlineData("")]
    [InlineData(":alice!~alice@127.0.0.1 ")]
    [InlineData("@time=2026-11-21T10:00:00.000Z;msgid=a~b :alice!~alice@host ")]
    public void A_stamp_is_read_as_it_was_written_whatever_stands_before_it(string before)
    {
        var line = Encoding.ASCII.GetBytes(before).Concat(new StampedLine("#room", Payload, Run).With(Example).ToArray()).ToArray();

        Assert.True(Stamp.TryRead(line.AsSpan(..^2), Payload, Run, out var stamp));
        Assert.Equal(Example, stamp);
        Assert.Equal("PRIVMSG #room :~cafe1234fedcba98ee6b2800112210f47de98115xxxxxxxxxxxxxxxxxxxxxxx\r\n",
            Encoding.ASCII.GetString(line)[before.Length..]);
    }

    [Fact]
    public void A_server_may_leave_the_colon_out()
    {
        var line = Encoding.ASCII.GetString(new StampedLine("#room", Payload, Run).With(Example)).TrimEnd();
        var without = line.Replace(" :~", " ~", StringComparison.Ordinal);

        Assert.True(Stamp.TryRead(Encoding.ASCII.GetBytes(without), Payload, Run, out _));
    }

    [Fact]
    public void A_stamp_of_another_run_is_none_of_ours() =>
        Assert.False(Stamp.TryRead(new StampedLine("#room", Payload, Run + 1).With(Example)[..^2], Payload, Run, out _));

    [Fact]
    public void A_message_that_lost_a_byte_has_no_stamp() =>
        Assert.False(Stamp.TryRead(new StampedLine("#room", Payload, Run).With(Example)[..^3], Payload, Run, out _));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData(":irc.example 001 alice :Welcome")]
    [InlineData(":alice!~a@h PRIVMSG #room :hello ~ and a text that is long enough to hold a stamp, but holds none")]
    public void Other_lines_have_no_stamp(string line) =>
        Assert.False(Stamp.TryRead(Encoding.UTF8.GetBytes(line), Payload, Run, out _));

    [Theory]
    [InlineData(0u, "00000000")]
    [InlineData(uint.MaxValue, "ffffffff")]
    [InlineData(0x01234567u, "01234567")]
    [InlineData(0x89ABCDEFu, "89abcdef")]
    public void Hexadecimal_digits_are_read_as_they_are_written(uint value, string digits)
    {
        var bytes = new byte[8];
        Hex.Write(bytes, value);

        Assert.Equal(digits, Encoding.ASCII.GetString(bytes));
        Assert.Equal(value, Hex.Read(bytes));
        Assert.Equal(value, Hex.Read(Encoding.ASCII.GetBytes(digits.ToUpperInvariant())));
    }
}
