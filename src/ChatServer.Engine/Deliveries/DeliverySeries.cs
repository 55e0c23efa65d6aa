using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>Several events on their way to connections that are told all of them.</summary>
/// <param name="deliveries">The events, in their order.</param>
/// <remarks>Like <see cref="Delivery"/>: the same instance for all, any thread. A connection writes all lines at once.</remarks>
public sealed class DeliverySeries(ImmutableArray<Delivery> deliveries) : IDeadLetterSuppression
{
    private readonly Dialect _relevant = RelevantTo(deliveries);
    private Renderings _renderings;

    /// <summary>The events, in their order.</summary>
    public ImmutableArray<Delivery> Deliveries => deliveries;

    /// <summary>The lines for connections of one dialect, with CR LF.</summary>
    /// <param name="dialect">The capabilities that the connection negotiated.</param>
    /// <remarks>The bytes are shared and must not be written to.</remarks>
    public byte[] BytesFor(Dialect dialect)
    {
        var relevant = dialect & _relevant;
        return _renderings.Find(relevant) ?? _renderings.Add(relevant, Write(relevant));
    }

    private static Dialect RelevantTo(ImmutableArray<Delivery> deliveries)
    {
        var all = Dialect.None;
        foreach (var delivery in deliveries) all |= delivery.Relevant;
        return all;
    }

    private byte[] Write(Dialect dialect)
    {
        var length = 0;
        foreach (var delivery in deliveries) length += delivery.BytesFor(dialect).Length;
        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        foreach (var delivery in deliveries)
        {
            var line = delivery.BytesFor(dialect);
            line.CopyTo(rest);
            rest = rest[line.Length..];
        }

        return bytes;
    }
}
