using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ChatClient.Terminal;

/// <summary>The terminal at standard input and output, while the program uses the whole screen.</summary>
/// <remarks>
/// <see cref="Enter"/> takes it over and <see cref="Leave"/> restores it. Leaving twice is harmless. The terminal is restored however the
/// process ends, except by SIGKILL. Reading: one thread. Writing: one thread. Entering and leaving: any thread.
/// <para>It uses the file descriptors directly, because .NET's console classes have their own cursor, cache and echo.</para>
/// </remarks>
internal sealed class TerminalDevice : IDisposable
{
    // Alternate screen; pastes and changes of focus are reported; text does not wrap at the last column.
    private const string TakeScreen = "\e[?1049h\e[?2004h\e[?1004h\e[?7l\e[2J";
    private const string GiveScreenBack = "\e[?7h\e[?1004l\e[?2004l\e[0m\e[?25h\e[?1049l";

    private readonly TerminalMode _mode = TerminalMode.Remember();
    private readonly FileStream _input = new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
    private readonly FileStream _output = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    private readonly Lock _entering = new();
    private bool _isEntered;

    /// <summary>Remembers the settings of the terminal, to restore them later.</summary>
    public TerminalDevice()
    {
        AppDomain.CurrentDomain.ProcessExit += OnProcessEnds;
        AppDomain.CurrentDomain.UnhandledException += OnProcessEnds;
    }

    /// <summary>Whether there is a terminal that can be drawn on.</summary>
    public static bool IsThere =>
        !OperatingSystem.IsWindows() && !Console.IsInputRedirected && !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Takes over the terminal.</summary>
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

    /// <summary>Restores the terminal.</summary>
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

    /// <summary>Waits for bytes. Returns 0 if the terminal is gone.</summary>
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

    /// <summary>Writes the whole text. If the terminal is gone, the text is dropped.</summary>
    public void Write(string text)
    {
        try
        {
            _output.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            // The reading thread notices too that the terminal is gone, and ends the program.
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
