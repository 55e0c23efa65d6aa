using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ChatLoad.Wire;

/// <summary>The few Linux calls that .NET does not wrap. Source: the manual pages of the same names, section 2.</summary>
internal static unsafe partial class Native
{
    /// <summary>errno: no such function in this kernel.</summary>
    public const int ENOSYS = 38;

    /// <summary>errno: interrupted by a signal.</summary>
    public const int EINTR = 4;

    /// <summary>errno: a connection is in progress.</summary>
    public const int EINPROGRESS = 115;

    /// <summary>prctl: how long the kernel may delay a timer of this thread, in nanoseconds.</summary>
    public const int PR_SET_TIMERSLACK = 29;

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    internal static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    internal static partial int EpollControl(int epoll, int operation, SafeSocketHandle socket, byte* interest);

    [LibraryImport("libc", EntryPoint = "epoll_pwait2", SetLastError = true)]
    internal static partial int EpollWait(int epoll, byte* events, int capacity, Timespec* timeout, void* signals);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    internal static partial int EpollWaitMilliseconds(int epoll, byte* events, int capacity, int timeout);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    internal static partial int Connect(SafeSocketHandle socket, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "prctl")]
    internal static partial int ProcessControl(int option, nuint argument);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    internal static partial int ClockGetTime(int clock, Timespec* time);

    /// <summary>struct timespec, where time_t and long have 64 bits.</summary>
    internal struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
