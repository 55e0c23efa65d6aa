namespace ChatServer.Host.Transport;

/// <summary>The event loops of the process. Their caller decides on which threads they run.</summary>
/// <remarks>One per two processors: the rest is for the kernel, the garbage collector and the other work of the machine.</remarks>
internal sealed class EventLoops : IDisposable
{
    private readonly EventLoop[] _loops;

    /// <exception cref="IOException">The kernel has no descriptor left.</exception>
    public EventLoops() =>
        _loops = IsSupported ? [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => new EventLoop())] : [];

    /// <summary>Whether the operating system provides what a loop needs; elsewhere Kestrel handles the sockets.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>The loops; empty where they are not supported.</summary>
    public IReadOnlyList<EventLoop> All => _loops;

    /// <summary>Runs each loop on a dedicated thread, for an actor runtime that does not run them itself.</summary>
    public void RunOnOwnThreads()
    {
        foreach (var loop in _loops) new Thread(() => Run(loop)) { IsBackground = true, Name = "event-loop" }.UnsafeStart();
    }

    /// <summary>Ends all loops, and with them their threads.</summary>
    public void Dispose()
    {
        foreach (var loop in _loops) loop.Dispose();
    }

    private static void Run(EventLoop loop)
    {
        while (loop.Poll(mayWait: true, static () => { }))
        {
            // Until it is closed.
        }
    }
}
