using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks.Sources;
using static ChatServer.Host.Transport.Libc;

namespace ChatServer.Host.Transport;

/// <summary>The output of one socket, as a pipe. A flush hands the bytes to the kernel at once, in the writer's own turn. What the kernel
/// does not take, the loop sends when there is room again; the flush completes when all of it is sent.</summary>
/// <remarks>One writer at a time, as for every pipe. During a flush it may write more and complete, but not flush again.</remarks>
internal sealed class SocketOutput(int socket) : PipeWriter, IValueTaskSource<FlushResult>
{
    private const int FirstBuffer = 4096;

    private readonly Lock _gate = new();
    private ManualResetValueTaskSourceCore<bool> _flushed;
    private byte[]? _buffer;
    private int _length;

    // Used from when the kernel takes no more until it has taken all. Shared by the writer's thread and the loop's, guarded by the gate.
    private byte[]? _rest;
    private int _restStart;
    private int _restEnd;
    private bool _isAwaited;
    private volatile bool _isLeftToLoop;
    private bool _isCompleted;
    private bool _isClosed;
    private volatile bool _isBroken;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _length;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeSpace(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeSpace(sizeHint);
        return _buffer.AsSpan(_length);
    }

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, (_buffer?.Length ?? 0) - _length);
        _length += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_isBroken) return new(new FlushResult(isCanceled: false, isCompleted: true));
        if (_length == 0) return new(default(FlushResult));
        var sent = Send(_buffer!, 0, _length);
        if (sent == _length)
        {
            ReturnBuffer();
            return new(default(FlushResult));
        }

        return _isBroken ? new(new FlushResult(isCanceled: false, isCompleted: true)) : WaitForRoom(sent);
    }

    public override void CancelPendingFlush()
    {
        // A flush completes when its bytes are sent or the socket is closed, and no caller here needs more.
    }

    public override void Complete(Exception? exception = null)
    {
        lock (_gate)
        {
            if (_isCompleted) return;
            _isCompleted = true;
            if (_rest is null) TakeOver(start: 0);
            _isLeftToLoop = true;
        }

        OnWritable();
    }

    /// <summary>The kernel may take bytes again.</summary>
    public void OnWritable()
    {
        // This check needs no gate: whoever leaves something to the loop calls this method itself afterwards.
        if (!_isLeftToLoop) return;
        var isThrough = false;
        lock (_gate)
        {
            while (_rest is not null && !_isClosed)
            {
                _restStart += Send(_rest, _restStart, _restEnd - _restStart);
                if (_restStart < _restEnd && !_isBroken) break;
                ArrayPool<byte>.Shared.Return(_rest);
                _rest = null;
                isThrough |= _isAwaited;
                _isAwaited = false;

                // What was written after the flush that has just completed, before the end.
                if (_isCompleted) TakeOver(start: 0);
            }

            if (_rest is null)
            {
                _isLeftToLoop = false;
                if (_isCompleted && !_isClosed) _ = shutdown(socket, SHUT_WR);
            }
        }

        if (isThrough) _flushed.SetResult(true);
    }

    /// <summary>The socket is about to be closed; nothing more is sent.</summary>
    public void Close()
    {
        bool isAwaited;
        lock (_gate)
        {
            (_isClosed, _isBroken, _isCompleted) = (true, true, true);
            isAwaited = _isAwaited;
            _isAwaited = false;
            if (_rest is not null) ArrayPool<byte>.Shared.Return(_rest);
            _rest = null;
            ReturnBuffer();
        }

        if (isAwaited) _flushed.SetResult(true);
    }

    /// <summary>Ends both directions, whatever is in progress.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            if (!_isClosed) _ = shutdown(socket, SHUT_RDWR);
        }
    }

    FlushResult IValueTaskSource<FlushResult>.GetResult(short token)
    {
        _flushed.GetResult(token);
        return new FlushResult(isCanceled: false, isCompleted: _isBroken);
    }

    ValueTaskSourceStatus IValueTaskSource<FlushResult>.GetStatus(short token) => _flushed.GetStatus(token);

    void IValueTaskSource<FlushResult>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _flushed.OnCompleted(continuation, state, token, flags);

    private ValueTask<FlushResult> WaitForRoom(int sent)
    {
        short version;
        lock (_gate)
        {
            _flushed.Reset();
            version = _flushed.Version;
            _isAwaited = true;
            _isLeftToLoop = true;
            TakeOver(sent);
        }

        // Room may have become free before the loop could know that somebody waits for it.
        OnWritable();
        return new(this, version);
    }

    /// <summary>Makes the written bytes the rest to be sent.</summary>
    private void TakeOver(int start)
    {
        if (_length == 0) return;
        (_rest, _restStart, _restEnd) = (_buffer, start, _length);
        (_buffer, _length) = (null, 0);
    }

    /// <summary>Hands bytes to the kernel.</summary>
    /// <returns>How many it took.</returns>
    private int Send(byte[] bytes, int start, int count)
    {
        var sent = 0;
        while (sent < count)
        {
            var taken = Libc.Send(socket, bytes.AsSpan(start + sent, count - sent));
            if (taken >= 0)
            {
                sent += taken;
            }
            else if (Errno != EINTR)
            {
                // Any error but "no room": reset, aborted, timed out. The reader is told which.
                if (Errno != EAGAIN) _isBroken = true;
                break;
            }
        }

        return sent;
    }

    private void MakeSpace(int atLeast)
    {
        atLeast = Math.Max(atLeast, 1);
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBuffer, atLeast));
        }
        else if (_buffer.Length - _length < atLeast)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + atLeast));
            _buffer.AsSpan(0, _length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = longer;
        }
    }

    private void ReturnBuffer()
    {
        if (_buffer is null) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = (null, 0);
    }
}
