using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>The bytes rendered so far, one form for each dialect.</summary>
/// <remarks>Any thread: two connections may render the same dialect at once. Their bytes are equal, so it does not matter whose are
/// kept.</remarks>
internal struct Renderings
{
    private volatile Rendering? _last;

    public readonly byte[]? Find(Dialect dialect)
    {
        for (var known = _last; known is not null; known = known.Previous)
        {
            if (known.Dialect == dialect) return known.Bytes;
        }

        return null;
    }

    public byte[] Add(Dialect dialect, byte[] bytes)
    {
        _last = new Rendering(dialect, bytes, _last);
        return bytes;
    }

    private sealed record Rendering(Dialect Dialect, byte[] Bytes, Rendering? Previous);
}
