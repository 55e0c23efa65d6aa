using System.Buffers.Binary;

namespace ChatLoad.Delivery;

/// <summary>Eight hexadecimal digits, read and written without a branch per digit.</summary>
internal static class Hex
{
    /// <summary>Reads eight digits in either case; for other bytes the result is arbitrary.</summary>
    public static uint Read(ReadOnlySpan<byte> digits)
    {
        // All digits at once, one per byte: the low nibble is the value of 0-9, and for a-f the value less nine.
        var x = BinaryPrimitives.ReadUInt64LittleEndian(digits);
        x = (x & 0x0F0F_0F0F_0F0F_0F0F) + (9 * ((x >> 6) & 0x0101_0101_0101_0101));

        // Pairs of nibbles to bytes, bytes to halves, halves to the word; the first digit was the highest.
        x = ((x << 4) | (x >> 8)) & 0x00FF_00FF_00FF_00FF;
        x = (x | (x >> 8)) & 0x0000_FFFF_0000_FFFF;
        return BinaryPrimitives.ReverseEndianness((uint)(x | (x >> 16)));
    }

    /// <summary>Writes eight digits in lower case.</summary>
    public static void Write(Span<byte> digits, uint value)
    {
        for (var i = 7; i >= 0; i--, value >>= 4)
            digits[i] = "0123456789abcdef"u8[(int)(value & 15)];
    }
}
