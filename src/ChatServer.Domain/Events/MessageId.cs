using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace ChatServer.Domain.Events;

/// <summary>The permanent id of an event on the network: 96 bits, on the wire 16 characters of URL-safe Base64.</summary>
/// <remarks>An event keeps its id in the history, so it is kept as a value and written as text only for clients that see ids. Source:
/// IRCv3 message-ids.</remarks>
public readonly record struct MessageId
{
    /// <summary>Number of bytes that an id is made of.</summary>
    public const int Size = 12;

    /// <summary>Number of bytes of an id on the wire.</summary>
    public const int WireLength = 16;

    private readonly ulong _first;
    private readonly uint _last;

    /// <summary>Makes an id.</summary>
    /// <param name="bits"><see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public MessageId(ReadOnlySpan<byte> bits)
    {
        _first = BinaryPrimitives.ReadUInt64BigEndian(bits);
        _last = BinaryPrimitives.ReadUInt32BigEndian(bits[sizeof(ulong)..]);
    }

    /// <summary>Reads an id that a client refers to.</summary>
    /// <param name="text">What the client sent.</param>
    /// <returns>The id; <c>default</c>, which no event has, for any other text.</returns>
    public static MessageId Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != WireLength) return default;
        Span<byte> bits = stackalloc byte[Size];
        var status = Base64Url.DecodeFromChars(text, bits, out _, out var written);
        return status == OperationStatus.Done && written == Size ? new MessageId(bits) : default;
    }

    /// <summary>Writes the id as it is on the wire.</summary>
    /// <param name="destination">At least <see cref="WireLength"/> bytes; that many are written.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public void Format(Span<byte> destination)
    {
        Span<byte> bits = stackalloc byte[Size];
        Write(bits);
        Base64Url.EncodeToUtf8(bits, destination);
    }

    /// <summary>As it is on the wire.</summary>
    public override string ToString()
    {
        Span<byte> bits = stackalloc byte[Size];
        Write(bits);
        return Base64Url.EncodeToString(bits);
    }

    private void Write(Span<byte> bits)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bits, _first);
        BinaryPrimitives.WriteUInt32BigEndian(bits[sizeof(ulong)..], _last);
    }
}
