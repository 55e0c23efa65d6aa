using System.Runtime.InteropServices;

namespace ChatClient.Terminal;

/// <summary>Asks a terminal for its size.</summary>
internal static class TerminalSize
{
    private static readonly (int Width, int Height) Usual = (80, 24);

    /// <summary>Columns and rows of standard output; 80 by 24 if the size is unknown.</summary>
    public static (int Width, int Height) OfStandardOutput()
    {
        // On Linux we ask the system ourselves: .NET caches its answer, and asking .NET changes the terminal's settings.
        var (width, height) = OperatingSystem.IsLinux() ? Ask() : (Console.WindowWidth, Console.WindowHeight);
        return width > 0 && height > 0 ? (width, height) : Usual;
    }

    private static (int Width, int Height) Ask()
    {
        const int StandardOutput = 1;
        const uint GetWindowSize = 0x5413; // TIOCGWINSZ
        return ioctl(StandardOutput, GetWindowSize, out var size) == 0 ? (size.Columns, size.Rows) : Usual;
    }

    [DllImport("libc")]
    private static extern int ioctl(int descriptor, nuint request, out WindowSize size);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct WindowSize
    {
        public readonly ushort Rows;
        public readonly ushort Columns;
        private readonly ushort _pixelWidth;
        private readonly ushort _pixelHeight;
    }
}
