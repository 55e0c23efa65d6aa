using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static ChatServer.Host.Transport.Libc;

namespace ChatServer.Host.Transport;

/// <summary>Reports when sockets become readable or writable: an epoll instance, and the table from its events to their
/// receivers.</summary>
/// <remarks>
/// <para>Every socket is registered once, edge-triggered, for both directions: an event says that something has become possible, and no
/// further registration call is needed before the next one. The receiver of an event repeats its call until the kernel has nothing
/// more.</para>
/// <para>Call <see cref="Poll"/> on one thread at a time; everything else on any thread.</para>
/// </remarks>
internal sealed class EventLoop : IDisposable
{
    private const int EventsPerPoll = 256;
    private const int FewEvents = 3;

    // The kernel packs the struct on x86-64 only: 32 bits of events, then 64 bits of ours.
    private static readonly int EventBytes = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataAt = EventBytes - sizeof(long);

    private readonly SafeFileHandle _epoll;
    private readonly SafeFileHandle _wakeUp;
    private readonly byte[] _events = new byte[EventsPerPoll * EventBytes];
    private readonly Lock _registering = new();
    private Registration[] _registered = new Registration[64];
    private int _lastGeneration;
    private volatile bool _isClosed;

    /// <summary>The receiver for a file descriptor. The generation tells its events from late events of a closed descriptor whose number
    /// the kernel has reused.</summary>
    private sealed record Registration(IEventReceiver Receiver, int Generation);

    /// <exception cref="IOException">The kernel has no descriptor left.</exception>
    public EventLoop()
    {
        _epoll = Open(epoll_create1(EPOLL_CLOEXEC), nameof(epoll_create1));
        _wakeUp = Open(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), nameof(eventfd));
        Add((int)_wakeUp.DangerousGetHandle(), EPOLLIN | EPOLLET, generation: 0);
    }

    /// <summary>From now on, the receiver is told of events of this descriptor.</summary>
    /// <exception cref="IOException">The kernel has no memory left for it.</exception>
    public void Register(int fd, IEventReceiver receiver)
    {
        int generation;
        lock (_registering)
        {
            if (fd >= _registered.Length) Array.Resize(ref _registered, Math.Max(fd + 1, 2 * _registered.Length));
            generation = _lastGeneration = (_lastGeneration + 1) & int.MaxValue;
            Volatile.Write(ref _registered[fd], new Registration(receiver, generation));
        }

        Add(fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, generation);
    }

    /// <summary>From now on, no event of this descriptor is reported. Call it before closing the descriptor.</summary>
    public void Forget(int fd)
    {
        lock (_registering) Volatile.Write(ref _registered[fd], null!);
    }

    /// <summary>Reports what has happened.</summary>
    /// <param name="mayWait">Whether to wait until something happens.</param>
    /// <param name="settle">Called between events when they are few: completes what the last one caused.</param>
    /// <returns>False when the loop is closed for good.</returns>
    public bool Poll(bool mayWait, Action settle)
    {
        if (_isClosed) return false;
        var count = epoll_wait(_epoll, ref _events[0], EventsPerPoll, mayWait ? -1 : 0);
        for (var i = 0; i < count; i++)
        {
            Tell(_events.AsSpan(i * EventBytes, EventBytes));
            if (count <= FewEvents) settle();
        }

        return true;
    }

    /// <summary>Ends the current wait, or the next one.</summary>
    public void Interrupt()
    {
        var one = 1L;
        // It only fails if the counter is full, and then the loop wakes up anyway.
        _ = write(_wakeUp, ref one, sizeof(long));
    }

    /// <summary>Ends the loop. Its descriptors are closed once nobody uses them.</summary>
    public void Dispose()
    {
        _isClosed = true;
        Interrupt();
    }

    private void Tell(ReadOnlySpan<byte> one)
    {
        var events = MemoryMarshal.Read<uint>(one);
        var data = MemoryMarshal.Read<long>(one[DataAt..]);
        var (fd, generation) = ((int)data, (int)(data >> 32));
        if (generation == 0)
        {
            var count = 0L;
            _ = read(_wakeUp, ref count, sizeof(long));
        }
        else if (Volatile.Read(ref Volatile.Read(ref _registered)[fd]) is { } registration && registration.Generation == generation)
        {
            registration.Receiver.OnEvents(events);
        }
    }

    private void Add(int fd, uint events, int generation)
    {
        Span<byte> registration = stackalloc byte[16];
        MemoryMarshal.Write(registration, events);
        MemoryMarshal.Write(registration[DataAt..], ((long)generation << 32) | (uint)fd);
        if (epoll_ctl(_epoll, EPOLL_CTL_ADD, fd, ref registration[0]) < 0) throw Fault(nameof(epoll_ctl));
    }

    private static SafeFileHandle Open(int fd, string call) => fd >= 0 ? new SafeFileHandle(fd, ownsHandle: true) : throw Fault(call);
}

/// <summary>Is told what has become possible with a descriptor.</summary>
internal interface IEventReceiver
{
    /// <summary>Something may be possible now.</summary>
    /// <param name="events">Bits such as <see cref="EPOLLIN"/>. On the loop's thread.</param>
    void OnEvents(uint events);
}
