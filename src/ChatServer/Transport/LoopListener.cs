using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using static ChatServer.Host.Transport.Libc;

namespace ChatServer.Host.Transport;

/// <summary>A listening socket: accepts connections and spreads them over the loops in turn.</summary>
internal sealed class LoopListener : IEventReceiver, IDisposable
{
    /// <summary>How many connections may wait to be accepted; the system may allow fewer.</summary>
    private const int Backlog = 4096;

    /// <summary>How many descriptors to leave for the runtime. It opens files to learn how much memory there is and to start a thread, and
    /// ends the process if it can't.</summary>
    private const int Reserve = 64;

    /// <summary>How long to wait when the process has no descriptor for another socket.</summary>
    private static readonly TimeSpan Breather = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly int _fd;
    private readonly IReadOnlyList<EventLoop> _loops;
    private readonly ILogger _log;
    private readonly ITimer _retry;
    private readonly int _mostDescriptors = MostDescriptors - Reserve;
    private readonly Lock _accepting = new();
    private readonly Action<LoopConnection> _onAccepted;
    private bool _isOpen;
    private bool _isShortOfDescriptors;
    private uint _next;

    /// <summary>Starts to listen; clients that connect wait until <see cref="Open"/>.</summary>
    /// <param name="address">Where; port 0 for any free one.</param>
    /// <param name="onAccepted">Gets each connection and has to dispose of it. Runs on a loop's thread and must not block it.</param>
    /// <param name="loops">The loops that serve the connections.</param>
    /// <param name="clock">The time.</param>
    /// <param name="log">Logs when descriptors run short.</param>
    /// <exception cref="SocketException">The address can't be listened on.</exception>
    public LoopListener(
        IPEndPoint address, Action<LoopConnection> onAccepted, IReadOnlyList<EventLoop> loops, TimeProvider clock, ILogger log)
    {
        _onAccepted = onAccepted;
        _loops = loops;
        _log = log;
        _retry = clock.CreateTimer(_ => AcceptAll(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.Address.Equals(IPAddress.IPv6Any)) _socket.DualMode = true;
            _socket.Blocking = false;

            // Accepted sockets inherit it. Chat lines are short and written when complete: waiting for more gains nothing.
            _socket.NoDelay = true;
            _socket.Bind(address);
            _socket.Listen(Backlog);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _fd = (int)_socket.SafeHandle.DangerousGetHandle();
    }

    /// <summary>The address it listens on.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Accepts the clients that are waiting, and all later ones.</summary>
    public void Open()
    {
        // Under the lock, as Dispose is: a socket must not be registered after it was closed.
        lock (_accepting)
        {
            _isOpen = true;
            _loops[0].Register(_fd, this);
        }
    }

    public void OnEvents(uint events) => AcceptAll();

    /// <summary>Accepts no more clients; connected ones stay.</summary>
    public void Dispose()
    {
        lock (_accepting)
        {
            if (_isOpen) _loops[0].Forget(_fd);
            _isOpen = false;
            _socket.Dispose();
            _retry.Dispose();
        }
    }

    private void AcceptAll()
    {
        lock (_accepting)
        {
            while (_isOpen && TryAccept())
            {
                // The kernel's queue has to be emptied, because it announces new clients only once.
            }
        }
    }

    private bool TryAccept()
    {
        if (_isShortOfDescriptors && !HasDescriptors()) return false;
        const int longestAddress = 128;
        Span<byte> address = stackalloc byte[longestAddress];
        uint length = longestAddress;
        var fd = accept4(_fd, ref address[0], ref length, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0)
        {
            Admit(fd, EndPointOf(address));

            // The kernel assigns the lowest free number, so all below are taken.
            if (fd >= _mostDescriptors) TakeABreath("the process has few descriptors left");
            return true;
        }

        switch (Errno)
        {
            case EAGAIN:
                return false;
            case EMFILE or ENFILE or ENOBUFS or ENOMEM:
                TakeABreath(Fault(nameof(accept4)).Message);
                return false;
            case EBADF or EINVAL:
                return false;
            default:
                // A client left before it was accepted; accept(2) lists the ways. The next in line must not wait because of it.
                return true;
        }
    }

    private bool HasDescriptors()
    {
        var next = NextDescriptor(_fd);
        _isShortOfDescriptors = next < 0 || next >= _mostDescriptors;
        if (_isShortOfDescriptors) _retry.Change(Breather, Timeout.InfiniteTimeSpan);
        return !_isShortOfDescriptors;
    }

    private void TakeABreath(string reason)
    {
        _log.LogWarning("Nobody is let in for now: {Reason:l}", reason);
        _isShortOfDescriptors = true;
        _retry.Change(Breather, Timeout.InfiniteTimeSpan);
    }

    private void Admit(int fd, EndPoint remote)
    {
        var connection = new LoopConnection(_loops[(int)(_next++ % (uint)_loops.Count)], fd, EndPoint, remote);
        connection.Open();
        _onAccepted(connection);
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
