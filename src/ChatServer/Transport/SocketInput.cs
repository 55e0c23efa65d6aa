using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks.Sources;
using static ChatServer.Host.Transport.Libc;

namespace ChatServer.Host.Transport;

/// <summary>The input of one socket, as a pipe. Bytes are read from the kernel in the reader's own turn, when it asks; the loop only
/// reports that there are some.</summary>
/// <remarks>One reader at a time, as for every pipe. An idle socket holds no buffer.</remarks>
internal sealed class SocketInput(int socket) : PipeReader, IValueTaskSource<ReadResult>
{
    private const int FirstBuffer = 4096;

    private ManualResetValueTaskSourceCore<bool> _arrival;
    private byte[]? _buffer;
    private int _start;
    private int _end;
    private int _examined;
    private ReadOnlySequence<byte> _handedOut;
    private IOException? _broken;
    private bool _hasEnded;
    private bool _isCompleted;

    // Shared by the loop's thread and the reader. The reader exchanges the first before it calls the kernel, and the second before it
    // waits: an event that comes between the two is seen by one of them.
    private int _mayHaveMore;
    private int _isWaiting;
    private int _isCancelled;
    private volatile bool _hasHungUp;

    /// <summary>Bytes have come, or the end. On the loop's thread.</summary>
    public void OnReadable(bool isLast)
    {
        if (isLast) _hasHungUp = true;
        Interlocked.Exchange(ref _mayHaveMore, 1);
        Release();
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled) return ReadUntilCancelledAsync(cancellationToken);
        if (HasSomethingToTell() || TryFill()) return new(Result());
        _arrival.Reset();
        Interlocked.Exchange(ref _isWaiting, 1);
        if (Volatile.Read(ref _mayHaveMore) != 0 || Volatile.Read(ref _isCancelled) != 0) Release();
        return new(this, _arrival.Version);
    }

    public override bool TryRead(out ReadResult result)
    {
        var hasSome = HasSomethingToTell() || TryFill();
        result = hasSome ? Result() : default;
        return hasSome;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var length = (int)_handedOut.Length;
        var examinedBytes = length - (int)_handedOut.Slice(examined).Length;
        var consumedBytes = length - (int)_handedOut.Slice(consumed).Length;
        _handedOut = default;
        _examined = _start + Math.Max(examinedBytes, consumedBytes);
        _start += consumedBytes;
        if (_start == _end) ReturnBuffer();
    }

    public override void CancelPendingRead()
    {
        Interlocked.Exchange(ref _isCancelled, 1);
        Release();
    }

    public override void Complete(Exception? exception = null)
    {
        if (_isCompleted) return;
        _isCompleted = true;
        ReturnBuffer();
    }

    ReadResult IValueTaskSource<ReadResult>.GetResult(short token)
    {
        _arrival.GetResult(token);
        TryFill();
        return Result();
    }

    ValueTaskSourceStatus IValueTaskSource<ReadResult>.GetStatus(short token) => _arrival.GetStatus(token);

    void IValueTaskSource<ReadResult>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _arrival.OnCompleted(continuation, state, token, flags);

    private async ValueTask<ReadResult> ReadUntilCancelledAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.UnsafeRegister(static input => ((SocketInput)input!).CancelPendingRead(), this);
        var result = await ReadAsync(CancellationToken.None);
        if (result.IsCanceled) cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    private void Release()
    {
        if (Interlocked.CompareExchange(ref _isWaiting, 0, 1) == 1) _arrival.SetResult(true);
    }

    private bool HasSomethingToTell() =>
        _examined < _end || _hasEnded || _broken is not null || Volatile.Read(ref _isCancelled) != 0;

    private ReadResult Result()
    {
        if (_broken is not null) throw _broken;
        _handedOut = _buffer is null ? default : new ReadOnlySequence<byte>(_buffer, _start, _end - _start);
        return new ReadResult(_handedOut, isCanceled: Interlocked.Exchange(ref _isCancelled, 0) != 0, isCompleted: _hasEnded);
    }

    /// <summary>Reads bytes from the kernel, if there may be any.</summary>
    /// <returns>Whether there is something to report.</returns>
    private bool TryFill()
    {
        if (_isCompleted) throw new InvalidOperationException("Reading is over.");

        // Before the call: bytes that arrive during it set the mark again.
        if (Interlocked.Exchange(ref _mayHaveMore, 0) == 0) return false;
        MakeSpace();
        while (true)
        {
            var space = _buffer.AsSpan(_end);
            var count = Receive(socket, space);
            if (count > 0)
            {
                _end += count;

                // Less than the space: the kernel has no more, and will report when it has. But it reports a hang-up only once.
                if (count == space.Length || _hasHungUp) Volatile.Write(ref _mayHaveMore, 1);
                return true;
            }

            if (count == 0)
            {
                _hasEnded = true;
                return true;
            }

            if (Errno == EINTR) continue;
            if (Errno == EAGAIN)
            {
                if (_start == _end) ReturnBuffer();
                return false;
            }

            _broken = Fault("recv");
            return true;
        }
    }

    private void MakeSpace()
    {
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        }
        else if (_end == _buffer.Length)
        {
            var next = _start > 0 ? _buffer : ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
            _buffer.AsSpan(_start, _end - _start).CopyTo(next);
            if (next != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
            (_buffer, _end, _examined, _start) = (next, _end - _start, _examined - _start, 0);
        }
    }

    private void ReturnBuffer()
    {
        if (_buffer is null) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
        (_start, _end, _examined) = (0, 0, 0);
        _handedOut = default;
    }
}
