using System.Runtime.InteropServices;

namespace ChatClient.Terminal;

/// <summary>The line discipline of the terminal at standard input: every key at once and unechoed, or as it was found.</summary>
/// <remarks>Any thread. The settings are kept as bytes that only the C library looks into, so their layout, which differs between
/// systems, does not matter. Source: POSIX, termios.h; cfmakeraw as on Linux, macOS and the BSDs.</remarks>
internal sealed class TerminalMode
{
    private const int StandardInput = 0;
    private const int AfterOutput = 1; // TCSADRAIN
    private const int RoomForTermios = 256;

    private readonly byte[] _found = new byte[RoomForTermios];
    private bool _isTerminal;

    private TerminalMode()
    {
    }

    /// <summary>Remembers the present settings. Without a terminal there are none, and nothing will change them.</summary>
    public static TerminalMode Remember()
    {
        var mode = new TerminalMode();
        mode._isTerminal = tcgetattr(StandardInput, mode._found) == 0;
        return mode;
    }

    /// <summary>Every byte comes at once; Ctrl+C and Ctrl+Z are keys.</summary>
    public void SetRaw()
    {
        var raw = (byte[])_found.Clone();
        cfmakeraw(raw);
        Set(raw);
    }

    /// <summary>As it was found.</summary>
    public void Restore() => Set(_found);

    /// <summary>Whether a shell with job control runs below us: nobody else would let a stopped process go on.</summary>
    public static bool HasShell => getsid(0) != getpgrp();

    /// <summary>Stops this process and its group, as Ctrl+Z does, until the shell lets it go on.</summary>
    public static void StopProcess()
    {
        const int WholeGroup = 0;
        _ = kill(WholeGroup, OperatingSystem.IsLinux() ? 19 : 17); // SIGSTOP, which nothing intercepts
    }

    private void Set(byte[] settings)
    {
        if (_isTerminal)
            _ = tcsetattr(StandardInput, AfterOutput, settings);
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int tcgetattr(int descriptor, byte[] settings);

    [DllImport("libc", SetLastError = true)]
    private static extern int tcsetattr(int descriptor, int when, byte[] settings);

    [DllImport("libc")]
    private static extern void cfmakeraw(byte[] settings);

    [DllImport("libc")]
    private static extern int getsid(int process);

    [DllImport("libc")]
    private static extern int getpgrp();

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
