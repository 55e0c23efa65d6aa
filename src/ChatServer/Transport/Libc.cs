using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChatServer.Host.Transport;

/// <summary>The Linux calls that the event loop makes. All of them return at once; only <see cref="epoll_wait"/> may wait.</summary>
/// <remarks>Names and numbers are those of the manual: epoll(7), socket(7), accept4(2), eventfd(2).</remarks>
internal static partial class Libc
{
    public const uint EPOLLIN = 0x1;
    public const uint EPOLLOUT = 0x4;
    public const uint EPOLLERR = 0x8;
    public const uint EPOLLHUP = 0x10;
    public const uint EPOLLRDHUP = 0x2000;
    public const uint EPOLLET = 1u << 31;
    public const int EPOLL_CTL_ADD = 1;
    public const int EPOLL_CLOEXEC = 0x80000;
    public const int EFD_NONBLOCK = 0x800;
    public const int EFD_CLOEXEC = 0x80000;
    public const int SOCK_NONBLOCK = 0x800;
    public const int SOCK_CLOEXEC = 0x80000;
    public const int MSG_DONTWAIT = 0x40;
    public const int MSG_NOSIGNAL = 0x4000;
    public const int SHUT_WR = 1;
    public const int SHUT_RDWR = 2;
    public const int EINTR = 4;
    public const int EBADF = 9;
    public const int EAGAIN = 11;
    public const int ENOMEM = 12;
    public const int EINVAL = 22;
    public const int ENFILE = 23;
    public const int EMFILE = 24;
    public const int ENOBUFS = 105;

    private const string Name = "libc";

    [LibraryImport(Name, SetLastError = true)]
    public static partial int epoll_create1(int flags);

    [LibraryImport(Name, SetLastError = true)]
    public static partial int epoll_ctl(SafeFileHandle epoll, int operation, int fd, ref byte registration);

    [LibraryImport(Name, SetLastError = true)]
    public static partial int epoll_wait(SafeFileHandle epoll, ref byte events, int count, int timeoutMilliseconds);

    [LibraryImport(Name, SetLastError = true)]
    public static partial int eventfd(uint initial, int flags);

    [LibraryImport(Name, SetLastError = true)]
    public static partial nint read(SafeFileHandle fd, ref long counter, nint count);

    [LibraryImport(Name, SetLastError = true)]
    public static partial nint write(SafeFileHandle fd, ref long counter, nint count);

    [LibraryImport(Name, SetLastError = true)]
    public static partial int accept4(int listener, ref byte address, ref uint addressLength, int flags);

    [LibraryImport(Name, SetLastError = true)]
    private static partial nint recv(int socket, ref byte buffer, nint count, int flags);

    [LibraryImport(Name, SetLastError = true)]
    private static partial nint send(int socket, ref byte buffer, nint count, int flags);

    [LibraryImport(Name, SetLastError = true)]
    public static partial int shutdown(int socket, int how);

    [LibraryImport(Name)]
    public static partial int close(int fd);

    [LibraryImport(Name)]
    private static partial int dup(int fd);

    [LibraryImport(Name)]
    private static partial int getrlimit(int resource, out ResourceLimit limit);

    /// <summary>struct rlimit.</summary>
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }

    /// <summary>The maximum number of descriptors of this process.</summary>
    public static int MostDescriptors
    {
        get
        {
            const int RLIMIT_NOFILE = 7;
            return getrlimit(RLIMIT_NOFILE, out var limit) == 0 ? (int)Math.Min(limit.Soft, int.MaxValue) : int.MaxValue;
        }
    }

    /// <summary>The number that the next descriptor would get: the lowest free one.</summary>
    /// <param name="fd">Any open descriptor.</param>
    /// <returns>The number; -1 when none is free.</returns>
    public static int NextDescriptor(int fd)
    {
        var next = dup(fd);
        if (next >= 0) _ = close(next);
        return next;
    }

    /// <summary>Reads what has arrived, without waiting.</summary>
    /// <returns>How many bytes; 0 at the end; -1: see <see cref="Errno"/>.</returns>
    public static int Receive(int socket, Span<byte> space) =>
        (int)recv(socket, ref MemoryMarshal.GetReference(space), space.Length, MSG_DONTWAIT);

    /// <summary>Hands bytes to the kernel, without waiting.</summary>
    /// <returns>How many it took; -1: see <see cref="Errno"/>.</returns>
    public static int Send(int socket, ReadOnlySpan<byte> bytes) =>
        (int)send(socket, ref MemoryMarshal.GetReference(bytes), bytes.Length, MSG_DONTWAIT | MSG_NOSIGNAL);

    /// <summary>The error of this thread's last call.</summary>
    public static int Errno => Marshal.GetLastPInvokeError();

    /// <summary>The exception for the error of this thread's last call.</summary>
    public static IOException Fault(string call)
    {
        var error = Errno;
        return new IOException($"{call}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }
}
