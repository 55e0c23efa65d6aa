using System.Text;
using ChatServer.Domain.Events;
using FsCheck;
using FsCheck.Fluent;

namespace ChatServer.Domain.Tests.Events;

/// <summary>Source: IRCv3 message-ids.</summary>
public sealed class MessageIdTests
{
    private static readonly Gen<byte[]> Bits = Gen.Choose(byte.MinValue, byte.MaxValue).Select(bits => (byte)bits).ArrayOf(MessageId.Size);

    [Fact]
    public void What_is_written_is_read_back() => Property.Holds(Bits, bits =>
    {
        var id = new MessageId(bits);
        var wire = new byte[MessageId.WireLength];
        id.Format(wire);

        Assert.Equal(id.ToString(), Encoding.ASCII.GetString(wire));
        Assert.Equal(id, MessageId.Read(id.ToString()));
        Assert.Matches("^[A-Za-z0-9_-]{16}$", id.ToString());
    });

    [Theory]
    [InlineData("")]
    [InlineData("elsewhere")]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdefg")]
    [InlineData("0123456789abcde=")]
    [InlineData("0123456789abcde+")]
    [InlineData("0123456789 bcdef")]
    [InlineData("0123456789abcdé!")]
    public void Text_that_is_no_id_refers_to_no_event(string text) => Assert.Equal(default, MessageId.Read(text));
}
