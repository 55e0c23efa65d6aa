using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using static ChatServer.Host.Transport.Libc;

namespace ChatServer.Host.Transport;

/// <summary>An accepted socket, as the layers above the transport see it.</summary>
internal sealed class LoopConnection : ConnectionContext, IDuplexPipe, IEventReceiver
{
    private readonly EventLoop _loop;
    private readonly int _socket;
    private readonly SocketInput _input;
    private readonly SocketOutput _output;
    private CancellationTokenSource? _closing;
    private string? _id;
    private IFeatureCollection? _features;
    private IDictionary<object, object?>? _items;
    private int _isDisposed;

    public LoopConnection(EventLoop loop, int socket, EndPoint local, EndPoint remote)
    {
        _loop = loop;
        _socket = socket;
        _input = new SocketInput(socket);
        _output = new SocketOutput(socket);
        LocalEndPoint = local;
        RemoteEndPoint = remote;
        Transport = this;
    }

    public override string ConnectionId
    {
        get => _id ??= $"{_socket}-{GetHashCode():x8}";
        set => _id = value;
    }

    public override IFeatureCollection Features => _features ??= new FeatureCollection(initialCapacity: 6);

    public override IDictionary<object, object?> Items
    {
        get => _items ??= new Dictionary<object, object?>();
        set => _items = value;
    }

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed
    {
        get => (_closing ??= new CancellationTokenSource()).Token;
        set => throw new NotSupportedException("The transport itself says when it is closed.");
    }

    PipeReader IDuplexPipe.Input => _input;

    PipeWriter IDuplexPipe.Output => _output;

    /// <summary>Starts to receive events.</summary>
    /// <exception cref="IOException">The kernel has no memory left for it.</exception>
    public void Open() => _loop.Register(_socket, this);

    public void OnEvents(uint events)
    {
        const uint last = EPOLLRDHUP | EPOLLHUP | EPOLLERR;
        if ((events & (EPOLLIN | last)) != 0) _input.OnReadable(isLast: (events & last) != 0);
        if ((events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0) _output.OnWritable();
    }

    public override void Abort(ConnectionAbortedException abortReason) => _output.Abort();

    public override ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return base.DisposeAsync();
        _loop.Forget(_socket);
        _output.Close();
        _ = close(_socket);
        _closing?.Cancel();
        return base.DisposeAsync();
    }
}
