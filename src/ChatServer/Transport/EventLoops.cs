namespace ChatServer.Host.Transport;

/// <summary>The event loops of the process. Whoever runs them decides on which threads.</summary>
/// <remarks>One for every two processors: the others are for the kernel, the garbage collector and whatever else the machine has to
/// do.</remarks>
internal sealed class EventLoops : IDisposable
{
    private readonly EventLoop[] _loops;

    /// <exception cref="IOException">The kernel has no descriptor left.</exception>
    public EventLoops() =>
        _loops = IsSupported ? [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => new EventLoop())] : [];

    /// <summary>Whether the operating system has what a loop is made of; elsewhere sockets are Kestrel's.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>The loops; none where they are not supported.</summary>
    public IReadOnlyList<EventLoop> All => _loops;

    /// <summary>Runs each loop on a thread of its own, for an actor runtime that has no use for them.</summary>
    public void RunOnOwnThreads()
    {
        foreach (var loop in _loops) new Thread(() => Run(loop)) { IsBackground = true, Name = "event-loop" }.UnsafeStart();
    }

    /// <summary>Ends all loops and with them their threads.</summary>
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
