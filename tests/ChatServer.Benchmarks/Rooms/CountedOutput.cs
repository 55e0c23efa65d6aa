using System.IO.Pipelines;

namespace ChatServer.Benchmarks.Rooms;

/// <summary>Where the server writes what a client would read: a socket that takes everything at once.</summary>
/// <remarks>Owned by one connection. Allocates its buffer when it grows, and nothing else.</remarks>
internal sealed class CountedOutput(Arrivals arrivals) : PipeWriter
{
    private const int FirstSize = 1024;

    private byte[] _bytes = [];
    private int _length;

    public override void Advance(int bytes) => _length += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _length + Math.Max(1, sizeHint);
        if (needed > _bytes.Length) Array.Resize(ref _bytes, Math.Max(needed, Math.Max(FirstSize, 2 * _bytes.Length)));
        return _bytes.AsMemory(_length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        arrivals.Add(_bytes.AsSpan(0, _length));
        _length = 0;
        return ValueTask.FromResult(default(FlushResult));
    }

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
