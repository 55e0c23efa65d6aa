using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ChatClient.Terminal;

/// <summary>The terminal at standard input and output while the program has all of it.</summary>
/// <remarks>
/// <see cref="Enter"/> takes it over and <see cref="Leave"/> restores it; leaving twice is harmless, and the terminal is restored however
/// the process ends, short of SIGKILL. One thread reads, one writes; entering and leaving, any thread.
/// <para>Reads and writes the descriptors themselves: the console classes of .NET have a cursor, a cache and an echo of their own.</para>
/// </remarks>
internal sealed class TerminalDevice : IDisposable
{
    // Alternate screen; paste and focus are told; what is written in the last column does not go on in the next row.
    private const string TakeScreen = "\e[?1049h\e[?2004h\e[?1004h\e[?7l\e[2J";
    private const string GiveScreenBack = "\e[?7h\e[?1004l\e[?2004l\e[0m\e[?25h\e[?1049l";

    private readonly TerminalMode _mode = TerminalMode.Remember();
    private readonly FileStream _input = new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
    private readonly FileStream _output = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    private readonly Lock _entering = new();
    private bool _isEntered;

    /// <summary>The terminal, as it is now: this is how it will be given back.</summary>
    public TerminalDevice()
    {
        AppDomain.CurrentDomain.ProcessExit += OnProcessEnds;
        AppDomain.CurrentDomain.UnhandledException += OnProcessEnds;
    }

    /// <summary>Whether there is a terminal that can be drawn on.</summary>
    public static bool IsThere =>
        !OperatingSystem.IsWindows() && !Console.IsInputRedirected && !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Takes the terminal.</summary>
    public void Enter()
    {
        lock (_entering)
        {
            if (_isEntered)
                return;
            _isEntered = true;
            _mode.SetRaw();
            Write(TakeScreen);
        }
    }

    /// <summary>Gives it back.</summary>
    public void Leave()
    {
        lock (_entering)
        {
            if (!_isEntered)
                return;
            _isEntered = false;
            Write(GiveScreenBack);
            _mode.Restore();
        }
    }

    /// <summary>Waits for bytes; 0: the terminal is gone.</summary>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return _input.Read(buffer);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Writes all of it. A terminal that is gone takes everything.</summary>
    public void Write(string text)
    {
        try
        {
            _output.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            // Whoever reads sees that it is gone, too, and ends the program.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        AppDomain.CurrentDomain.ProcessExit -= OnProcessEnds;
        AppDomain.CurrentDomain.UnhandledException -= OnProcessEnds;
        _output.Dispose();
        _input.Dispose();
    }

    private void OnProcessEnds(object? sender, EventArgs e) => Leave();
}
