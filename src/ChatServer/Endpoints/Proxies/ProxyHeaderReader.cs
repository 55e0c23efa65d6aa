using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatServer.Host.Endpoints.Proxies;

/// <summary>Reads the header in which a proxy says for whom it connects, in both versions.</summary>
/// <remarks>Keeps no state and throws for no input. Source: HAProxy, "The PROXY protocol", versions 1 and 2.</remarks>
internal static class ProxyHeaderReader
{
    /// <summary>Longest header of version 1, with its CR LF.</summary>
    private const int LongestLine = 107;

    private const int FixedBytes = 16;
    private const int AddressesV4 = 12;
    private const int AddressesV6 = 36;

    /// <summary>Longest rest of a header of version 2 that is waited for. The protocol would allow 64 KiB; a TLS proxy with all its
    /// extensions needs a few hundred bytes.</summary>
    private const int LongestRest = 4096;

    private static ReadOnlySpan<byte> LineStart => "PROXY "u8;

    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>Looks at the first bytes of a connection.</summary>
    /// <param name="input">What came so far; after <see cref="HeaderVerdict.Header"/>, what comes behind the header.</param>
    /// <param name="source">The client's address; null when the proxy connects for itself, or does not know.</param>
    public static HeaderVerdict Read(ref ReadOnlySequence<byte> input, out IPEndPoint? source)
    {
        source = null;
        var head = input.Slice(0, Math.Min(input.Length, FixedBytes + LongestRest));
        var bytes = head.IsSingleSegment ? head.FirstSpan : head.ToArray();
        var length = 0;
        var verdict = BeginsAs(bytes, LineStart) ? ReadLine(bytes, out length, out source)
            : BeginsAs(bytes, Signature) ? ReadBinary(bytes, out length, out source)
            : HeaderVerdict.None;
        if (verdict == HeaderVerdict.Header) input = input.Slice(length);
        return verdict;
    }

    private static bool BeginsAs(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> start)
    {
        var common = Math.Min(bytes.Length, start.Length);
        return bytes[..common].SequenceEqual(start[..common]);
    }

    // PROXY TCP4 192.0.2.7 198.51.100.1 56324 6667 CR LF
    private static HeaderVerdict ReadLine(ReadOnlySpan<byte> bytes, out int length, out IPEndPoint? source)
    {
        source = null;
        length = bytes[..Math.Min(bytes.Length, LongestLine)].IndexOf("\r\n"u8) + 2;
        if (length < 2) return bytes.Length < LongestLine ? HeaderVerdict.NeedMore : HeaderVerdict.Malformed;

        var words = Encoding.Latin1.GetString(bytes[..(length - 2)]).Split(' ');
        if (words[1] == "UNKNOWN") return HeaderVerdict.Header;
        if (words.Length != 6) return HeaderVerdict.Malformed;
        AddressFamily? family = words[1] switch
        {
            "TCP4" => AddressFamily.InterNetwork,
            "TCP6" => AddressFamily.InterNetworkV6,
            _ => null,
        };
        if (!IPAddress.TryParse(words[2], out var address) || address.AddressFamily != family
            || !ushort.TryParse(words[4], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return HeaderVerdict.Malformed;

        source = new IPEndPoint(address, port);
        return HeaderVerdict.Header;
    }

    // signature, version and command, family and protocol, length of the rest (2 bytes), source, destination, source port, ...
    private static HeaderVerdict ReadBinary(ReadOnlySpan<byte> bytes, out int length, out IPEndPoint? source)
    {
        source = null;
        length = FixedBytes;
        if (bytes.Length < FixedBytes) return HeaderVerdict.NeedMore;

        var restLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        var (version, command) = (bytes[12] >> 4, bytes[12] & 0xF);
        if (version != 2 || command > 1 || restLength > LongestRest) return HeaderVerdict.Malformed;

        length = FixedBytes + restLength;
        if (bytes.Length < length) return HeaderVerdict.NeedMore;

        var isLocal = command == 0;
        if (isLocal) return HeaderVerdict.Header;

        var rest = bytes[FixedBytes..length];
        switch (bytes[13] >> 4)
        {
            case 1 when rest.Length >= AddressesV4:
                source = new IPEndPoint(new IPAddress(rest[..4]), BinaryPrimitives.ReadUInt16BigEndian(rest[8..]));
                return HeaderVerdict.Header;
            case 2 when rest.Length >= AddressesV6:
                source = new IPEndPoint(new IPAddress(rest[..16]), BinaryPrimitives.ReadUInt16BigEndian(rest[32..]));
                return HeaderVerdict.Header;
            case 1 or 2:
                return HeaderVerdict.Malformed;
            default:
                return HeaderVerdict.Header;
        }
    }
}
