namespace ChatLoad.Delivery;

/// <summary>Carried by every message of a load test, so that its delivery can be checked and timed.</summary>
/// <remarks>
/// <code>payload = "~" run sender sequence time *filler      ; hexadecimal: 8, 8, 8 and 16 digits</code>
/// <para>It has a fixed length and ends the line, so it is found from the line's end, whatever precedes it.</para>
/// </remarks>
/// <param name="Sender">Number of the sender, over all processes.</param>
/// <param name="Sequence">Number of the message among those of its sender, from 0.</param>
/// <param name="SentAt">When it was sent, or was due in an open loop. Unit: nanoseconds of <see cref="Measuring.Clock"/>.</param>
internal readonly record struct Stamp(uint Sender, uint Sequence, long SentAt)
{
    /// <summary>Shortest payload, in bytes.</summary>
    public const int MinPayload = 41;

    private const byte Mark = (byte)'~';

    /// <summary>Looks for a stamp at the end of a line.</summary>
    /// <param name="line">A line without its end.</param>
    /// <param name="payload">Length of all payloads, in bytes.</param>
    /// <param name="run">Number of this run: a server with a history may show payloads of another one.</param>
    /// <param name="stamp">The stamp.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, int payload, uint run, out Stamp stamp)
    {
        var start = line.Length - payload;
        if (start <= 0 || line[start] != Mark || line[start - 1] is not ((byte)':' or (byte)' '))
        {
            stamp = default;
            return false;
        }

        var digits = line.Slice(start + 1, MinPayload - 1);
        stamp = new Stamp(
            Hex.Read(digits[8..]), Hex.Read(digits[16..]), (long)(((ulong)Hex.Read(digits[24..]) << 32) | Hex.Read(digits[32..])));
        return Hex.Read(digits) == run;
    }

    /// <summary>Writes the stamp at the start of a payload, and leaves the filler unchanged.</summary>
    public void Write(Span<byte> payload, uint run)
    {
        payload[0] = Mark;
        Hex.Write(payload[1..], run);
        Hex.Write(payload[9..], Sender);
        Hex.Write(payload[17..], Sequence);
        Hex.Write(payload[25..], (uint)(SentAt >> 32));
        Hex.Write(payload[33..], (uint)SentAt);
    }
}
