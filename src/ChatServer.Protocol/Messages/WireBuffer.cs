using System.Buffers;

namespace ChatServer.Protocol;

/// <summary>A growing buffer to render lines into: it allocates until it has reached its usual size, then no more.</summary>
/// <remarks>Not thread-safe: owned by one writer. Spans of it are valid until the next write or <see cref="Clear"/>.</remarks>
public sealed class WireBuffer : IBufferWriter<byte>
{
    private byte[] _bytes;
    private int _written;

    /// <summary>An empty buffer.</summary>
    /// <param name="capacity">Initial size, in bytes; one line by default.</param>
    public WireBuffer(int capacity = 512)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _bytes = new byte[capacity];
    }

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _written);

    /// <summary>The same as memory.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    /// <summary>Number of bytes written.</summary>
    public int WrittenCount => _written;

    /// <summary>A copy of what was written, for others to keep.</summary>
    public byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Discards what was written and keeps the memory.</summary>
    public void Clear() => _written = 0;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_written);
    }

    private void Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var needed = checked(_written + Math.Max(sizeHint, 1));
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(needed, _bytes.Length * 2L), Array.MaxLength));
    }
}
