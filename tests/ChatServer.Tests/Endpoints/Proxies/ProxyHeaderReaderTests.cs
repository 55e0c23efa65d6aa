using System.Buffers;
using System.Net;
using System.Text;
using ChatServer.Host.Endpoints.Proxies;

namespace ChatServer.Tests.Endpoints.Proxies;

/// <summary>Headers of the PROXY protocol. Source: HAProxy, "The PROXY protocol", versions 1 and 2.</summary>
public sealed class ProxyHeaderReaderTests
{
    private const string Behind = "NICK alice\r\n";

    [Theory]
    [InlineData("PROXY TCP4 192.0.2.7 198.51.100.1 56324 6667\r\n", "192.0.2.7:56324")]
    [InlineData("PROXY TCP6 2001:db8::7 2001:db8::1 56324 6667\r\n", "[2001:db8::7]:56324")]
    [InlineData("PROXY UNKNOWN\r\n", null)]
    [InlineData("PROXY UNKNOWN ff:ff::1 whatever 1 2\r\n", null)]
    public void A_line_names_the_client(string line, string? source) => ReadsWhereverItIsCut(Encoding.Latin1.GetBytes(line), source);

    [Fact]
    public void A_binary_header_names_the_client()
    {
        ReadsWhereverItIsCut(Binary(0x21, 0x11, [192, 0, 2, 7, 198, 51, 100, 1, 0xDC, 0x04, 0x1A, 0x0B]), "192.0.2.7:56324");
        ReadsWhereverItIsCut(
            Binary(0x21, 0x21, [.. IPAddress.Parse("2001:db8::7").GetAddressBytes(), .. new byte[16], 0xDC, 0x04, 0x1A, 0x0B]),
            "[2001:db8::7]:56324");
    }

    [Fact]
    public void Extensions_behind_the_addresses_are_passed_over() =>
        ReadsWhereverItIsCut(Binary(0x21, 0x11, [192, 0, 2, 7, 198, 51, 100, 1, 0, 1, 0, 2, 0x04, 0, 3, 1, 2, 3]), "192.0.2.7:1");

    [Fact]
    public void A_proxy_that_speaks_for_itself_names_nobody()
    {
        ReadsWhereverItIsCut(Binary(0x20, 0x00, []), null);
        ReadsWhereverItIsCut(Binary(0x20, 0x11, new byte[12]), null);
        ReadsWhereverItIsCut(Binary(0x21, 0x00, []), null);
    }

    [Theory]
    [InlineData("PROXY \r\n")]
    [InlineData("PROXY TCP4\r\n")]
    [InlineData("PROXY TCP4 192.0.2.7 198.51.100.1 56324\r\n")]
    [InlineData("PROXY TCP4 2001:db8::7 2001:db8::1 56324 6667\r\n")]
    [InlineData("PROXY TCP6 192.0.2.7 198.51.100.1 56324 6667\r\n")]
    [InlineData("PROXY TCP4 192.0.2.7 198.51.100.1 65536 6667\r\n")]
    [InlineData("PROXY TCP4 alice bob 1 2\r\n")]
    [InlineData("PROXY UDP4 192.0.2.7 198.51.100.1 56324 6667\r\n")]
    public void A_line_that_makes_no_sense_is_malformed(string line) => Assert.Equal(HeaderVerdict.Malformed, Read(line));

    [Fact]
    public void A_line_that_does_not_end_in_time_is_malformed()
    {
        Assert.Equal(HeaderVerdict.NeedMore, Read("PROXY UNKNOWN ".PadRight(106, 'x')));
        Assert.Equal(HeaderVerdict.Malformed, Read("PROXY UNKNOWN ".PadRight(107, 'x')));
        Assert.Equal(HeaderVerdict.Header, Read("PROXY UNKNOWN ".PadRight(105, 'x') + "\r\n"));
    }

    [Fact]
    public void A_binary_header_that_makes_no_sense_is_malformed()
    {
        Assert.Equal(HeaderVerdict.Malformed, Read(Binary(0x11, 0x11, new byte[12])));
        Assert.Equal(HeaderVerdict.Malformed, Read(Binary(0x22, 0x11, new byte[12])));
        Assert.Equal(HeaderVerdict.Malformed, Read(Binary(0x21, 0x11, new byte[11])));
        Assert.Equal(HeaderVerdict.Malformed, Read(Binary(0x21, 0x21, new byte[35])));
        Assert.Equal(HeaderVerdict.Malformed, Read(Binary(0x21, 0x11, new byte[5000])));
    }

    [Theory]
    [InlineData("NICK alice\r\n")]
    [InlineData("PROXYTCP4 1.1.1.1")]
    [InlineData("PASS secret\r\n")]
    [InlineData("\r\nNICK alice\r\n")]
    [InlineData("\u0016\u0003\u0001")]
    public void Anything_else_is_no_header(string bytes) => Assert.Equal(HeaderVerdict.None, Read(bytes));

    private static void ReadsWhereverItIsCut(byte[] header, string? source)
    {
        for (var length = 0; length < header.Length; length++) Assert.Equal(HeaderVerdict.NeedMore, Read(header[..length]));

        byte[] all = [.. header, .. Encoding.ASCII.GetBytes(Behind)];
        for (var cut = 0; cut <= all.Length; cut++)
        {
            var input = Sequence(all[..cut], all[cut..]);
            Assert.Equal(HeaderVerdict.Header, ProxyHeaderReader.Read(ref input, out var found));
            Assert.Equal(source, found?.ToString());
            Assert.Equal(Behind, Encoding.ASCII.GetString(input));
        }
    }

    private static HeaderVerdict Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    private static HeaderVerdict Read(byte[] bytes)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        return ProxyHeaderReader.Read(ref input, out _);
    }

    private static byte[] Binary(byte versionAndCommand, byte family, byte[] rest) =>
        [.. "\r\n\r\n\0\r\nQUIT\n"u8, versionAndCommand, family, (byte)(rest.Length >> 8), (byte)rest.Length, .. rest];

    private static ReadOnlySequence<byte> Sequence(byte[] first, byte[] second)
    {
        var start = new Segment(first, null);
        var end = new Segment(second, start);
        return new ReadOnlySequence<byte>(start, 0, end, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before)
        {
            Memory = bytes;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
