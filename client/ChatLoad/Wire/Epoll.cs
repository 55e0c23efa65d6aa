using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChatLoad.Measuring;

namespace ChatLoad.Wire;

/// <summary>Reports which of many sockets are ready: Linux's epoll, edge-triggered. Only the loop.</summary>
/// <remarks>Why not .NET's asynchronous sockets: they hand every arrival to another thread, and need one more receive call to find a socket
/// empty. Next to a server that needs 4 µs to deliver a message, that is as much again.</remarks>
internal sealed unsafe class Epoll : IDisposable
{
    private const int CloseOnExec = 0x80000;
    private const int AddToInterest = 1;
    private const uint In = 0x1, Out = 0x4, Error = 0x8, HangUp = 0x10, PeerClosed = 0x2000, EdgeTriggered = 1u << 31;

    private const int Capacity = 512;

    // struct epoll_event is packed on x86-64 and nowhere else.
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = DataOffset + 8;

    private readonly byte[] _events = GC.AllocateArray<byte>(Capacity * 16, pinned: true);
    private readonly int _descriptor;
    private bool _hasFineTimeout = true;

    /// <summary>An empty set.</summary>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public Epoll()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("chat-load runs on Linux only: it waits for its connections with epoll");

        _descriptor = Native.EpollCreate(CloseOnExec);
        if (_descriptor < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());

        // The default of 50 µs would show in the latencies of an open loop.
        _ = Native.ProcessControl(Native.PR_SET_TIMERSLACK, 1000);
    }

    /// <summary>Watches a socket until it is closed.</summary>
    /// <param name="socket">A socket that does not block.</param>
    /// <param name="token">What <see cref="Wait"/> calls it.</param>
    public void Add(Socket socket, int token)
    {
        var interest = stackalloc byte[16];
        Unsafe.WriteUnaligned(interest, In | Out | PeerClosed | EdgeTriggered);
        Unsafe.WriteUnaligned(interest + DataOffset, (long)token);
        if (Native.EpollControl(_descriptor, AddToInterest, socket.SafeHandle, interest) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Waits until sockets are ready, or the time has passed.</summary>
    /// <param name="nanoseconds">How long at most.</param>
    /// <param name="ready">Room for the answer.</param>
    /// <returns>How many are ready.</returns>
    public int Wait(long nanoseconds, Span<Readiness> ready)
    {
        var capacity = Math.Min(Capacity, ready.Length);
        var events = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_events));
        var count = WaitForEvents(Math.Max(0, nanoseconds), events, capacity);
        for (var i = 0; i < count; i++, events += EventSize)
        {
            var flags = Unsafe.ReadUnaligned<uint>(events);
            ready[i] = new Readiness(
                (int)Unsafe.ReadUnaligned<long>(events + DataOffset),
                (flags & (In | PeerClosed | HangUp | Error)) != 0,
                (flags & Out) != 0,
                (flags & (PeerClosed | HangUp | Error)) != 0);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _ = Native.Close(_descriptor);

    private int WaitForEvents(long nanoseconds, byte* events, int capacity)
    {
        var count = _hasFineTimeout ? WaitFine(nanoseconds, events, capacity) : WaitCoarse(nanoseconds, events, capacity);
        if (count >= 0)
            return count;

        var error = Marshal.GetLastPInvokeError();
        if (error == Native.EINTR)
            return 0;
        if (error != Native.ENOSYS || !_hasFineTimeout)
            throw new Win32Exception(error);

        _hasFineTimeout = false;
        return 0;
    }

    private int WaitFine(long nanoseconds, byte* events, int capacity)
    {
        var timeout = new Native.Timespec { Seconds = nanoseconds / Clock.Second, Nanoseconds = nanoseconds % Clock.Second };
        try
        {
            return Native.EpollWait(_descriptor, events, capacity, &timeout, null);
        }
        catch (EntryPointNotFoundException)
        {
            // An older C library; messages are then sent up to a millisecond late, which shows in the sender's own lag.
            _hasFineTimeout = false;
            return 0;
        }
    }

    private int WaitCoarse(long nanoseconds, byte* events, int capacity) => Native.EpollWaitMilliseconds(
        _descriptor, events, capacity, (int)Math.Min(int.MaxValue, (nanoseconds + Clock.Millisecond - 1) / Clock.Millisecond));
}
