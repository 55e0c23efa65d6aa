using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ChatServer.SimulationTests.World;

/// <summary>A line between a client and the server: bytes arrive in the order in which they were sent, late and in pieces. It can end in
/// order, or be cut.</summary>
[SuppressMessage(
    "Reliability",
    "CA2012:Use ValueTasks correctly",
    Justification = "One flush and one read are out at a time, and each result is taken once.")]
internal sealed class Link
{
    private readonly SimulatedNetwork _network;
    private readonly Pipe _up;
    private readonly Pipe _down;
    private readonly Queue<byte[]> _toServer = new();
    private readonly Action<ReadOnlySequence<byte>> _onBytes;
    private readonly Action _onEnd;
    private readonly Action _onAborted;
    private ValueTaskAwaiter<FlushResult> _flush;
    private ValueTaskAwaiter<ReadResult> _read;
    private bool _isSending;
    private bool _isReading;
    private bool _endsAfterSending;
    private bool _upIsOver;
    private bool _downIsOver;
    private bool _isStalled;

    /// <summary>Makes a line.</summary>
    /// <param name="network">What it is part of.</param>
    /// <param name="number">Tells its address from others.</param>
    /// <param name="onBytes">The client hears these bytes.</param>
    /// <param name="onEnd">The client sees that the server has closed.</param>
    /// <param name="onAborted">The server has cut the line, whether the client sees it or not.</param>
    public Link(SimulatedNetwork network, int number, Action<ReadOnlySequence<byte>> onBytes, Action onEnd, Action onAborted)
    {
        _network = network;
        _onBytes = onBytes;
        _onEnd = onEnd;
        _onAborted = onAborted;
        _up = network.CreatePipe();
        _down = network.CreatePipe();
        Transport = new SimulatedTransport(number, new Duplex(_up.Reader, _down.Writer), () => network.After(TimeSpan.Zero, Abort));
    }

    public SimulatedTransport Transport { get; }

    /// <summary>Whether the client does not read. What it has not read fills the transport.</summary>
    public bool IsStalled
    {
        get => _isStalled;
        set
        {
            _isStalled = value;
            if (!value) Read();
        }
    }

    /// <summary>Ends when the server is through with the line.</summary>
    public Task Served { get; set; } = Task.CompletedTask;

    public void Open() => Read();

    /// <summary>The client sends.</summary>
    public void Send(byte[] bytes)
    {
        if (_upIsOver || _endsAfterSending) return;
        for (var rest = bytes; rest.Length > 0;)
        {
            var piece = _network.DrawPiece(rest.Length);
            _toServer.Enqueue(rest[..piece]);
            rest = rest[piece..];
        }

        Pump();
    }

    /// <summary>The client ends what it sends, in order, and reads on.</summary>
    public void EndSending()
    {
        _endsAfterSending = true;
        Pump();
    }

    /// <summary>The line is cut: both ends notice, and what was under way is lost.</summary>
    public void Cut()
    {
        _toServer.Clear();
        if (!_upIsOver) _up.Writer.Complete(new IOException("The peer has reset the connection."));
        _upIsOver = true;
        if (!_downIsOver) _down.Reader.Complete();
        _downIsOver = true;
    }

    private void Abort()
    {
        Cut();
        _onAborted();
    }

    private void Pump()
    {
        if (_isSending || _upIsOver) return;
        if (_toServer.Count == 0)
        {
            if (!_endsAfterSending) return;
            _upIsOver = true;
            _up.Writer.Complete();
            return;
        }

        _isSending = true;
        _network.After(_network.DrawLatency(), Arrive);
    }

    private void Arrive()
    {
        if (_upIsOver) return;
        _up.Writer.Write(_toServer.Dequeue());
        _flush = _up.Writer.FlushAsync().GetAwaiter();
        if (_flush.IsCompleted) OnArrived();
        else _flush.UnsafeOnCompleted(OnArrived);
    }

    private void OnArrived()
    {
        var result = _flush.GetResult();
        _isSending = false;
        if (result.IsCompleted && !_upIsOver)
        {
            // The server reads no more.
            _toServer.Clear();
            _upIsOver = true;
            _up.Writer.Complete();
        }

        Pump();
    }

    private void Read()
    {
        if (_isReading || _isStalled || _downIsOver) return;
        _isReading = true;
        _read = _down.Reader.ReadAsync().GetAwaiter();
        if (_read.IsCompleted) OnRead();
        else _read.UnsafeOnCompleted(OnRead);
    }

    private void OnRead()
    {
        if (_downIsOver) return;
        _network.After(_network.DrawLatency(), Hear);
    }

    private void Hear()
    {
        if (_downIsOver) return;
        var result = _read.GetResult();
        _isReading = false;
        if (_isStalled && !result.IsCompleted)
        {
            _down.Reader.AdvanceTo(result.Buffer.Start);
            return;
        }

        var piece = result.Buffer.IsEmpty ? result.Buffer : result.Buffer.Slice(0, _network.DrawPiece((int)result.Buffer.Length));
        var isLast = result.IsCompleted && piece.Length == result.Buffer.Length;
        if (!piece.IsEmpty) _onBytes(piece);
        if (_downIsOver) return;
        _down.Reader.AdvanceTo(piece.End);
        if (isLast)
        {
            // Who sees the end of the line hangs up as well.
            Cut();
            _onEnd();
            return;
        }

        Read();
    }
}
