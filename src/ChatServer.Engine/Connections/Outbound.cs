using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ChatServer.Engine.Connections;

/// <summary>The way out to one socket: gathers lines and sends them with one write.</summary>
/// <remarks>
/// <para>Not thread-safe: owned by one connection. The first line after a flush makes the connection tell itself to flush. What stood in
/// its mailbox before is written first, so one flush sends all of it, without a timer, and without delay when idle.</para>
/// <para>While a flush is pending (the client does not read), lines wait in a backlog, whose size the send queue limit bounds.</para>
/// </remarks>
internal sealed class Outbound
{
    /// <summary>This much is flushed at once, without waiting for the end of the turn: a long answer must not pile up uncounted.</summary>
    private const int MostUnflushedBytes = 16 * 1024;

    /// <summary>To the connection, from itself: <see cref="Flush"/> is due.</summary>
    public sealed record FlushDue;

    /// <summary>To the connection, from a thread of the transport: a pending flush has ended, and <see cref="CompleteFlush"/> is
    /// due.</summary>
    public sealed record FlushEnded;

    /// <summary>To the connection, from itself: asks to be answered when the backlog is empty. Answered <see cref="Done"/>.</summary>
    public sealed record AwaitTaken : IRequest
    {
        private AwaitTaken()
        {
        }

        /// <summary>The only instance.</summary>
        public static AwaitTaken Instance { get; } = new();
    }

    private static readonly FlushDue FlushIsDue = new();
    private static readonly FlushEnded FlushHasEnded = new();

    private readonly PipeWriter _pipe;
    private readonly IActorRef _connection;
    private Action? _tellFlushEnded;
    private Queue<ReadOnlyMemory<byte>>? _backlog;
    private ValueTaskAwaiter<FlushResult> _flush;
    private int _unflushedBytes;
    private bool _isFlushRequested;
    private bool _isFlushing;
    private bool _isHeld;

    /// <summary>Makes the way out.</summary>
    /// <param name="pipe">The transport's output.</param>
    /// <param name="connection">The connection, which hears when something is due.</param>
    public Outbound(PipeWriter pipe, IActorRef connection)
    {
        _pipe = pipe;
        _connection = connection;
    }

    /// <summary>How much waits behind a pending flush. Unit: bytes.</summary>
    public long BacklogBytes { get; private set; }

    /// <summary>Writes bytes that will never change, such as those of a delivery: if they have to wait they are kept, not copied.</summary>
    public void WriteShared(byte[] bytes)
    {
        if (bytes.Length == 0) return;
        if (_isFlushing)
            Enqueue(bytes);
        else
            Send(bytes);
    }

    /// <summary>Writes bytes that may change after the call: if they have to wait they are copied.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_isFlushing)
            Enqueue(bytes.ToArray());
        else
            Send(bytes);
    }

    /// <summary>Puts flushes off until <see cref="Release"/>, so that all that is written meanwhile leaves in one write.</summary>
    public void Hold() => _isHeld = true;

    /// <summary>Ends <see cref="Hold"/>: what was written is flushed soon.</summary>
    public void Release()
    {
        if (!_isHeld) return;
        _isHeld = false;
        if (_isFlushRequested) _connection.Tell(FlushIsDue, ActorRefs.NoSender);
    }

    /// <summary>Hands what was written to the transport.</summary>
    /// <returns>False when the transport is closed.</returns>
    public bool Flush()
    {
        if (_isHeld) return true;
        _isFlushRequested = false;
        return _isFlushing || StartFlush();
    }

    [SuppressMessage(
        "Reliability",
        "CA2012:Use ValueTasks correctly",
        Justification = "One flush is out at a time, and its result is consumed once, here or in CompleteFlush.")]
    private bool StartFlush()
    {
        _unflushedBytes = 0;
        var flush = _pipe.FlushAsync().GetAwaiter();
        if (flush.IsCompleted) return !flush.GetResult().IsCompleted;
        _isFlushing = true;
        _flush = flush;
        flush.UnsafeOnCompleted(_tellFlushEnded ??= () => _connection.Tell(FlushHasEnded, ActorRefs.NoSender));
        return true;
    }

    /// <summary>Ends a pending flush, and writes what has gathered meanwhile.</summary>
    /// <returns>False when the transport is closed.</returns>
    public bool CompleteFlush()
    {
        var result = _flush.GetResult();
        _isFlushing = false;
        while (!_isFlushing && _backlog?.TryDequeue(out var bytes) == true)
        {
            BacklogBytes -= bytes.Length;
            Send(bytes.Span);
        }

        return !result.IsCompleted;
    }

    /// <summary>Ends the output: the transport sends what it has and closes.</summary>
    public void Complete()
    {
        while (_backlog?.TryDequeue(out var bytes) == true) _pipe.Write(bytes.Span);
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
            _connection.Tell(FlushIsDue, ActorRefs.NoSender);
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
            // A broken transport fails again at the flush that is due anyway, and is handled there.
        }
    }

    private void Enqueue(ReadOnlyMemory<byte> bytes)
    {
        (_backlog ??= new()).Enqueue(bytes);
        BacklogBytes += bytes.Length;
    }
}
