using System.Buffers;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Escapes in tag values: <c>\:</c> for <c>;</c>, <c>\s</c> for a space, <c>\\</c>, <c>\r</c>, <c>\n</c>.</summary>
/// <remarks>Unescaping is total: an unknown escape loses its backslash, and a backslash at the end is dropped. Source: IRCv3 message-tags,
/// escaping values.</remarks>
public static class TagValue
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("; \\\r\n"u8);

    /// <summary>The maximum length of an escaped value, in bytes.</summary>
    public static int MaxEscapedLength(int length) => length * 2;

    /// <summary>Escapes a value.</summary>
    /// <returns>Number of bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the escaped value.</exception>
    public static int Escape(ReadOnlySpan<byte> value, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = value.IndexOfAny(Escaped);
            if (plain < 0)
            {
                value.CopyTo(destination[written..]);
                return written + value.Length;
            }

            value[..plain].CopyTo(destination[written..]);
            written += plain;
            "\\"u8.CopyTo(destination[written..]);
            destination[written + 1] = value[plain] switch
            {
                (byte)';' => (byte)':',
                (byte)' ' => (byte)'s',
                (byte)'\r' => (byte)'r',
                (byte)'\n' => (byte)'n',
                _ => (byte)'\\',
            };
            written += 2;
            value = value[(plain + 1)..];
        }
    }

    /// <summary>Unescapes a value.</summary>
    /// <param name="raw">The escaped value.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>; may be the same memory.</param>
    /// <returns>Number of bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            var end = plain < 0 ? raw.Length : plain;
            raw[..end].CopyTo(destination[written..]);
            written += end;
            if (end + 1 >= raw.Length)
                return written;

            destination[written++] = raw[end + 1] switch
            {
                (byte)':' => (byte)';',
                (byte)'s' => (byte)' ',
                (byte)'r' => (byte)'\r',
                (byte)'n' => (byte)'\n',
                var other => other,
            };
            raw = raw[(end + 2)..];
        }
    }

    /// <summary>Escapes a value.</summary>
    public static string Escape(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = Encoding.UTF8.GetBytes(value);
        var escaped = new byte[MaxEscapedLength(bytes.Length)];
        return Encoding.UTF8.GetString(escaped.AsSpan(0, Escape(bytes, escaped)));
    }

    /// <summary>Unescapes a value, with U+FFFD for bytes that are not UTF-8.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0)
            return Encoding.UTF8.GetString(raw);

        var value = new byte[raw.Length];
        return Encoding.UTF8.GetString(value.AsSpan(0, Unescape(raw, value)));
    }

    /// <inheritdoc cref="Unescape(ReadOnlySpan{byte})"/>
    public static string Unescape(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return Unescape(Encoding.UTF8.GetBytes(raw));
    }
}
