using Microsoft.Win32.SafeHandles;

namespace ChatClient.Plain;

/// <summary>Standard output that reports when it has no reader left.</summary>
internal static class StandardOutput
{
    /// <summary>A writer that passes every line on at once, and throws <see cref="IOException"/> when the reader of a pipe is gone. <see
    /// cref="Console.Out"/> would continue silently, and a script would wait for us for ever.</summary>
    public static TextWriter Open()
    {
        const nint Descriptor = 1;
        if (OperatingSystem.IsWindows())
            return Console.Out;

        var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return new StreamWriter(stream) { AutoFlush = true };
    }
}
