using System.Net.Sockets;
using System.Threading.Tasks.Sources;
using ChatLoad.Measuring;

namespace ChatLoad.Wire;

/// <summary>A socket of the loop as the stream that TLS and WebSocket need. Only the loop.</summary>
/// <remarks>A read that finds nothing completes when the loop finds the socket ready, on the loop's thread and before <see
/// cref="OnReadable"/> returns. So code that awaits here stays on that thread, and several streams may share a buffer.</remarks>
internal sealed class LinkStream(EventLoop loop, Socket socket, LinkStream.WriteBytes write) : Stream, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _source; // Continuations run inline unless it is told otherwise.
    private Memory<byte> _destination;
    private bool _isWaiting;

    /// <summary>Writes to the socket.</summary>
    public delegate void WriteBytes(ReadOnlySpan<byte> bytes);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The socket has become ready: completes the read that waits for it.</summary>
    public void OnReadable()
    {
        if (!_isWaiting || !TryReceive(_destination.Span, out var received))
            return;
        _isWaiting = false;
        _source.SetResult(received);
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TryReceive(buffer.Span, out var received))
            return ValueTask.FromResult(received);

        _source.Reset();
        _destination = buffer;
        _isWaiting = true;
        return new ValueTask<int>(this, _source.Version);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => write(buffer);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    int IValueTaskSource<int>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    // False: nothing there yet. A closed or broken socket reads as the end.
    private bool TryReceive(Span<byte> destination, out int received)
    {
        if (destination.IsEmpty)
        {
            received = 0;
            return socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);
        }

        received = socket.Receive(destination, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
            return false;
        if (error != SocketError.Success)
            received = 0;
        loop.ReceivedAt = Clock.Now;
        return true;
    }
}
