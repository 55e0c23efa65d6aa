using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ChatServer.Engine.Connections;

/// <summary>The way in from one socket. Nothing is read ahead: bytes are pulled when the connection asks, so a flood fills the sender's
/// own TCP window and not our memory.</summary>
/// <remarks>Not thread-safe: owned by one connection. The bytes of a batch belong to the connection until it consumes them.</remarks>
internal sealed class Inbound
{
    /// <summary>To the connection, from any thread: a pull has brought something, and <see cref="Take"/> is due.</summary>
    public sealed record BytesArrived;

    private static readonly BytesArrived BytesHaveArrived = new();

    private readonly PipeReader _pipe;
    private readonly Action _onBytes;
    private ValueTaskAwaiter<ReadResult> _read;
    private ExceptionDispatchInfo? _broken;

    /// <summary>Makes the way in.</summary>
    /// <param name="pipe">The transport's input.</param>
    /// <param name="connection">The connection, which hears when something is due.</param>
    public Inbound(PipeReader pipe, IActorRef connection)
    {
        _pipe = pipe;
        _onBytes = () => connection.Tell(BytesHaveArrived, ActorRefs.NoSender);
    }

    /// <summary>Asks for more bytes than there are now.</summary>
    [SuppressMessage(
        "Reliability", "CA2012:Use ValueTasks correctly", Justification = "One read is out at a time, and Take consumes its result once.")]
    public void Pull()
    {
        try
        {
            _read = _pipe.ReadAsync().GetAwaiter();
        }
        catch (Exception broken)
        {
            // A transport that has failed already throws here instead of from the read; failures are reported by Take.
            _broken = ExceptionDispatchInfo.Capture(broken);
            _onBytes();
            return;
        }

        if (_read.IsCompleted)
            _onBytes();
        else
            _read.UnsafeOnCompleted(_onBytes);
    }

    /// <summary>Takes what a pull has brought.</summary>
    /// <exception cref="IOException">The peer has reset the connection, or it was aborted; other exceptions mean the same.</exception>
    public ReadResult Take()
    {
        _broken?.Throw();
        return _read.GetResult();
    }

    /// <summary>Gives back the bytes before the rest, which comes again together with more.</summary>
    public void Consume(ReadOnlySequence<byte> rest) => _pipe.AdvanceTo(rest.Start, rest.End);

    /// <summary>Nothing more will be read.</summary>
    public void Complete() => _pipe.Complete();
}
