namespace ChatServer.Examples;

/// <summary>Runs the examples: each gets a system of its own and something to say things with, and is over when its task is.</summary>
public static class Example
{
    public delegate Task Run(ActorSystem system, Action<object> say);

    public static IReadOnlyDictionary<string, Run> All { get; } = new Dictionary<string, Run>
    {
        ["EventLoop"] = EventLoop.RunAsync,
        ["Coroutine"] = Coroutine.RunAsync,
        ["CreateTask"] = CreateTask.RunAsync,
        ["Gather"] = Gather.RunAsync,
        ["Future"] = Future.RunAsync,
        ["TimeoutAndCancel"] = TimeoutAndCancel.RunAsync,
        ["Failure"] = Failure.RunAsync,
        ["EchoServer"] = EchoServer.RunAsync,
        ["RawSocket"] = RawSocket.RunAsync,
        ["LockEventSemaphore"] = LockEventSemaphore.RunAsync,
        ["ProducerConsumer"] = ProducerConsumer.RunAsync,
        ["Subprocess"] = Subprocess.RunAsync,
        ["Blocking"] = Blocking.RunAsync,
        ["SlowHandler"] = SlowHandler.RunAsync,
        ["SyncAndAsync"] = SyncAndAsync.RunAsync,
    };

    public static async Task RunAsync(Run example, Action<object> say)
    {
        ArgumentNullException.ThrowIfNull(example);
        using var system = ActorSystem.Create("example", BootstrapSetup.Create().WithObservation());
        await example(system, say);
        await system.Terminate();
    }
}
