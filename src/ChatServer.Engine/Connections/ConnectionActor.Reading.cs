using System.Buffers;
using System.IO.Pipelines;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <content>From bytes to lines. Nothing is read ahead: more bytes are pulled when every whole line has been dealt with.</content>
public sealed partial class ConnectionActor
{
    [ThreadStatic]
    private static byte[]? ScratchBuffer;

    private readonly LineLimits _lineLimits;
    private ReadOnlySequence<byte> _unread;
    private bool _isPulling;
    private bool _inputEnded;

    private void Pull()
    {
        _isPulling = true;
        _inbound.Pull();
    }

    private void OnBytesArrived()
    {
        if (!TryTake(out var batch))
        {
            Vanish("Connection reset");
            return;
        }

        NoteSignOfLife();
        _unread = batch.Buffer;
        _inputEnded = batch.IsCompleted;
        Proceed();
    }

    private bool TryTake(out ReadResult batch)
    {
        _isPulling = false;
        try
        {
            batch = _inbound.Take();
            return true;
        }
        catch (Exception broken)
        {
            // Whatever a transport throws from a read means that the network broke: resets and aborts are ordinary.
            _log.LogDebug(broken, "{Connection} broke while reading", _session.Id);
            batch = default;
            return false;
        }
    }

    private LineVerdict ReadLine(ref ReadOnlySequence<byte> bytes, out ReadOnlySpan<byte> line) =>
        LineReader.Read(ref bytes, _lineLimits, Scratch(_lineLimits.ScratchBytes), out line);

    // One for each thread is enough: a line is dealt with before the turn ends. Connections of one process may have different limits.
    private static byte[] Scratch(int bytes) =>
        ScratchBuffer is { } scratch && scratch.Length >= bytes ? scratch : ScratchBuffer = new byte[bytes];

    private void AwaitMoreBytes()
    {
        if (_inputEnded)
        {
            Vanish("Connection closed");
            return;
        }

        _inbound.Consume(_unread);
        // A silent connection must not keep a buffer that it has given back from being used again, or forgotten.
        _unread = default;
        Pull();
    }
}
