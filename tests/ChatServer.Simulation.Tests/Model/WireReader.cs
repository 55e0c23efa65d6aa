namespace ChatServer.SimulationTests.Model;

/// <summary>Reads lines. What a crowd is told is mostly one line told to all, and is read once.</summary>
internal sealed class WireReader
{
    private const int Places = 8192;

    private readonly (byte[] Bytes, WireLine Line)?[] _recent = new (byte[], WireLine)?[Places];

    /// <inheritdoc cref="WireLine.Read"/>
    public WireLine Read(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        ref var place = ref _recent[(uint)hash.ToHashCode() % Places];
        if (place is not var (known, line) || !bytes.SequenceEqual(known))
        {
            line = WireLine.Read(bytes);
            place = (bytes.ToArray(), line);
        }

        return line;
    }
}
