using System.Runtime.InteropServices;

namespace ChatClient.Terminal;

/// <summary>The mode of the terminal at standard input: raw, where every key arrives at once and without echo, or as before.</summary>
/// <remarks>Any thread. The settings are kept as plain bytes. Only the C library reads them, so their layout, which differs between
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

    /// <summary>Remembers the current settings. Without a terminal there are none, and the other methods do nothing.</summary>
    public static TerminalMode Remember()
    {
        var mode = new TerminalMode();
        mode._isTerminal = tcgetattr(StandardInput, mode._found) == 0;
        return mode;
    }

    /// <summary>Makes every byte arrive at once; Ctrl+C and Ctrl+Z become ordinary keys.</summary>
    public void SetRaw()
    {
        var raw = (byte[])_found.Clone();
        cfmakeraw(raw);
        Set(raw);
    }

    /// <summary>Restores the remembered settings.</summary>
    public void Restore() => Set(_found);

    /// <summary>Whether a shell with job control started the program. Without one, nobody would resume a stopped process.</summary>
    public static bool HasShell => getsid(0) != getpgrp();

    /// <summary>Stops this process and its group, as Ctrl+Z does, until the shell resumes it.</summary>
    public static void StopProcess()
    {
        const int WholeGroup = 0;
        _ = kill(WholeGroup, OperatingSystem.IsLinux() ? 19 : 17); // SIGSTOP, which can't be caught
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
