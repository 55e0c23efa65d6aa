using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ChatServer.Engine.Connections;

/// <summary>The way out to one socket: gathers lines and sends them with one write.</summary>
/// <remarks>
/// <para>Not thread-safe: owned by one connection. The first line after a flush makes the connection tell itself to flush; what stood in
/// its mailbox before that is written first, so that one flush sends all of it, without a timer and without delay when idle.</para>
/// <para>While a flush is not through (the client does not read), lines wait in a backlog; its size is what the send queue limit
/// measures.</para>
/// </remarks>
internal sealed class Outbound
{
    /// <summary>So much is sent at once, without waiting for the end of the turn: a long answer is not to gather uncounted.</summary>
    private const int MostUnflushedBytes = 16 * 1024;

    private readonly PipeWriter _pipe;
    private readonly Action _requestFlush;
    private readonly Action _onFlushed;
    private readonly Queue<ReadOnlyMemory<byte>> _backlog = new();
    private ValueTaskAwaiter<FlushResult> _flush;
    private int _unflushedBytes;
    private bool _isFlushRequested;
    private bool _isFlushing;

    /// <summary>Makes the way out.</summary>
    /// <param name="pipe">The transport's output.</param>
    /// <param name="requestFlush">Makes the connection call <see cref="Flush"/> in a later turn.</param>
    /// <param name="onFlushed">Called on any thread when a flush that had to wait is through; the connection then calls
    /// <see cref="CompleteFlush"/>.</param>
    public Outbound(PipeWriter pipe, Action requestFlush, Action onFlushed)
    {
        _pipe = pipe;
        _requestFlush = requestFlush;
        _onFlushed = onFlushed;
    }

    /// <summary>How much waits behind a flush that is not through. Unit: bytes.</summary>
    public long BacklogBytes { get; private set; }

    /// <summary>Whether nothing is left to send.</summary>
    public bool IsIdle => !_isFlushing && !_isFlushRequested;

    /// <summary>Writes bytes that stay as they are, such as those of a delivery: they are kept, not copied, when they have to wait.</summary>
    public void WriteShared(byte[] bytes)
    {
        if (bytes.Length == 0) return;
        if (_isFlushing)
            Enqueue(bytes);
        else
            Send(bytes);
    }

    /// <summary>Writes bytes that will change after the call.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_isFlushing)
            Enqueue(bytes.ToArray());
        else
            Send(bytes);
    }

    /// <summary>Hands to the transport what was written.</summary>
    /// <returns>False when the transport is closed.</returns>
    public bool Flush()
    {
        _isFlushRequested = false;
        return _isFlushing || StartFlush();
    }

    [SuppressMessage("Reliability", "CA2012:Use ValueTasks correctly", Justification = "One flush is out at a time, and its result is consumed once, here or in CompleteFlush.")]
    private bool StartFlush()
    {
        _unflushedBytes = 0;
        var flush = _pipe.FlushAsync().GetAwaiter();
        if (flush.IsCompleted) return !flush.GetResult().IsCompleted;
        _isFlushing = true;
        _flush = flush;
        flush.UnsafeOnCompleted(_onFlushed);
        return true;
    }

    /// <summary>Ends a flush that had to wait, and writes what has gathered meanwhile.</summary>
    /// <returns>False when the transport is closed.</returns>
    public bool CompleteFlush()
    {
        var result = _flush.GetResult();
        _isFlushing = false;
        while (!_isFlushing && _backlog.TryDequeue(out var bytes))
        {
            BacklogBytes -= bytes.Length;
            Send(bytes.Span);
        }

        return !result.IsCompleted;
    }

    /// <summary>Nothing more will be written; the transport sends what it has and closes.</summary>
    public void Complete()
    {
        while (_backlog.TryDequeue(out var bytes)) _pipe.Write(bytes.Span);
        BacklogBytes = 0;
        _pipe.Complete();
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_pipe.GetSpan(bytes.Length));
        _pipe.Advance(bytes.Length);
        if (!_isFlushRequested)
        {
            _isFlushRequested = true;
            _requestFlush();
        }

        _unflushedBytes += bytes.Length;
        if (_unflushedBytes >= MostUnflushedBytes) FlushEarly();
    }

    private void FlushEarly()
    {
        try
        {
            StartFlush();
        }
        catch (Exception)
        {
            // A transport that is broken says so again at the flush that is due anyway, where it is expected.
        }
    }

    private void Enqueue(ReadOnlyMemory<byte> bytes)
    {
        _backlog.Enqueue(bytes);
        BacklogBytes += bytes.Length;
    }
}
