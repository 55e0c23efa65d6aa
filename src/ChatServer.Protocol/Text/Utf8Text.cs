using System.Text.Unicode;

namespace ChatServer.Protocol;

/// <summary>Checks on bytes that should be UTF-8.</summary>
public static class Utf8Text
{
    /// <summary>Whether <paramref name="bytes"/> are well-formed UTF-8 from the first to the last byte.</summary>
    /// <remarks>Source: IRCv3 utf8-only.</remarks>
    public static bool IsValid(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    /// <summary>The longest prefix of <paramref name="bytes"/> that has at most <paramref name="maxBytes"/> bytes and ends between two code
    /// points.</summary>
    /// <remarks>Bytes that are not UTF-8 are cut at the limit: there is no boundary to respect.</remarks>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        if (bytes.Length <= maxBytes)
            return bytes;

        // A code point has at most three continuation bytes; more in a row can't belong to one.
        var end = maxBytes;
        var lowest = Math.Max(0, maxBytes - 3);
        while (end > lowest && IsContinuation(bytes[end]))
            end--;

        return IsContinuation(bytes[end]) ? bytes[..maxBytes] : bytes[..end];
    }

    private static bool IsContinuation(byte value) => (value & 0b1100_0000) == 0b1000_0000;
}
