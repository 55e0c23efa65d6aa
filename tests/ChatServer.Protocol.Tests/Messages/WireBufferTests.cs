using System.Buffers;

namespace ChatServer.Protocol.Tests;

public class WireBufferTests
{
    [Fact]
    public void What_is_written_is_kept_while_the_buffer_grows()
    {
        var buffer = new WireBuffer(capacity: 1);
        var expected = new List<byte>();
        for (var i = 0; i < 100; i++)
        {
            byte[] piece = [.. Enumerable.Repeat((byte)i, i)];
            buffer.Write(piece);
            expected.AddRange(piece);
        }

        Assert.Equal(expected.ToArray(), buffer.ToArray());
        Assert.Equal(expected.Count, buffer.WrittenCount);
        Assert.True(buffer.WrittenMemory.Span.SequenceEqual(buffer.WrittenSpan));
    }

    [Fact]
    public void Clear_forgets_the_bytes_and_a_copy_of_them_stays()
    {
        var buffer = new WireBuffer();
        buffer.Write("one"u8);
        var copy = buffer.ToArray();
        buffer.Clear();
        buffer.Write("two"u8);

        Assert.Equal("one"u8.ToArray(), copy);
        Assert.Equal("two"u8.ToArray(), buffer.WrittenSpan);
    }

    [Fact]
    public void No_more_can_be_advanced_than_was_handed_out()
    {
        var buffer = new WireBuffer(capacity: 4);
        var length = buffer.GetSpan(4).Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(length + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
    }
}
