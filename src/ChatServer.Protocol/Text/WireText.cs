using System.Text;

namespace ChatServer.Protocol;

/// <summary>Immutable text as received: bytes that are UTF-8 by convention but need not be.</summary>
/// <remarks>Chat text, topics, real names and reasons are kept in this form, so that what one peer typed reaches the others byte for byte.
/// Equality is by bytes. Any thread.</remarks>
public readonly struct WireText : IEquatable<WireText>
{
    /// <summary>The empty text; the same as <c>default</c>.</summary>
    public static readonly WireText Empty;

    private readonly byte[]? _bytes;

    private WireText(byte[] bytes) => _bytes = bytes;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>Number of bytes.</summary>
    public int Length => _bytes is null ? 0 : _bytes.Length;

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Copies <paramref name="bytes"/>; their owner may then reuse them.</summary>
    public static WireText Copy(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? default : new WireText(bytes.ToArray());

    /// <summary>Encodes <paramref name="text"/> as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public static WireText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? default : new WireText(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Decodes the bytes as UTF-8, with U+FFFD for invalid ones.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Span);

    /// <inheritdoc/>
    public bool Equals(WireText other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WireText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>Whether both have the same bytes.</summary>
    public static bool operator ==(WireText left, WireText right) => left.Equals(right);

    /// <summary>Whether the bytes differ.</summary>
    public static bool operator !=(WireText left, WireText right) => !left.Equals(right);
}
