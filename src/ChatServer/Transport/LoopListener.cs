using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using static ChatServer.Host.Transport.Libc;

namespace ChatServer.Host.Transport;

/// <summary>A listening socket: accepts what comes, and spreads it over the loops in turn.</summary>
internal sealed class LoopListener : IConnectionListener, IEventReceiver
{
    /// <summary>How long to wait when the process has no descriptor left for another socket.</summary>
    private static readonly TimeSpan Breather = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly int _fd;
    private readonly IReadOnlyList<EventLoop> _loops;
    private readonly ILogger _log;
    private readonly ITimer _retry;
    private readonly Lock _accepting = new();
    private readonly Channel<ConnectionContext> _accepted = Channel.CreateUnbounded<ConnectionContext>();
    private bool _isOpen = true;
    private bool _isShortOfDescriptors;
    private uint _next;

    /// <exception cref="SocketException">The address can't be listened on.</exception>
    public LoopListener(IPEndPoint address, int backlog, IReadOnlyList<EventLoop> loops, TimeProvider clock, ILogger log)
    {
        _loops = loops;
        _log = log;
        _retry = clock.CreateTimer(_ => AcceptAll(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.Address.Equals(IPAddress.IPv6Any)) _socket.DualMode = true;
            _socket.Blocking = false;

            // Accepted sockets inherit it. A chat's lines are short and written when they are complete: nothing is gained by waiting.
            _socket.NoDelay = true;
            _socket.Bind(address);
            _socket.Listen(backlog);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        EndPoint = _socket.LocalEndPoint!;
        _fd = (int)_socket.SafeHandle.DangerousGetHandle();
        loops[0].Register(_fd, this);
    }

    public EndPoint EndPoint { get; }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await _accepted.Reader.WaitToReadAsync(cancellationToken) && _accepted.Reader.TryRead(out var connection) ? connection : null;

    public void OnEvents(uint events) => AcceptAll();

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        lock (_accepting)
        {
            if (!_isOpen) return default;
            _isOpen = false;
            _loops[0].Forget(_fd);
            _socket.Dispose();
            _accepted.Writer.Complete();
        }

        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        await _retry.DisposeAsync();
        while (_accepted.Reader.TryRead(out var nobodys)) await nobodys.DisposeAsync();
    }

    private void AcceptAll()
    {
        lock (_accepting)
        {
            while (_isOpen && TryAccept())
            {
                // The queue of the kernel is emptied, as it announces newcomers once only.
            }
        }
    }

    private bool TryAccept()
    {
        const int longestAddress = 128;
        Span<byte> address = stackalloc byte[longestAddress];
        uint length = longestAddress;
        var fd = accept4(_fd, ref address[0], ref length, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0)
        {
            Admit(fd, EndPointOf(address));
            _isShortOfDescriptors = false;
            return true;
        }

        switch (Errno)
        {
            case EAGAIN:
                return false;
            case EMFILE or ENFILE or ENOBUFS or ENOMEM:
                if (!_isShortOfDescriptors) _log.LogWarning("Nobody is let in for now: {Fault:l}", Fault(nameof(accept4)).Message);
                _isShortOfDescriptors = true;
                _retry.Change(Breather, Timeout.InfiniteTimeSpan);
                return false;
            case EBADF or EINVAL:
                return false;
            default:
                // Somebody was gone before he was let in; accept(2) lists the ways. The next in line is not to wait for him.
                return true;
        }
    }

    private void Admit(int fd, EndPoint remote)
    {
        var connection = new LoopConnection(_loops[(int)(_next++ % (uint)_loops.Count)], fd, EndPoint, remote);
        connection.Open();
        _accepted.Writer.TryWrite(connection);
    }

    private static IPEndPoint EndPointOf(ReadOnlySpan<byte> address)
    {
        const int ipv4 = 2;
        const int ipv6 = 10;
        var port = BinaryPrimitives.ReadUInt16BigEndian(address[2..]);
        return BitConverter.ToUInt16(address) switch
        {
            ipv4 => new IPEndPoint(new IPAddress(address.Slice(4, 4)), port),
            ipv6 => new IPEndPoint(new IPAddress(address.Slice(8, 16), BitConverter.ToUInt32(address[24..])), port),
            var family => throw new NotSupportedException($"A socket of family {family} came in."),
        };
    }
}
