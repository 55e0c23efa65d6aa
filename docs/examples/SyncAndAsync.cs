namespace ChatServer.Examples;

// asyncio: call_soon_threadsafe and run_coroutine_threadsafe, the two doors into the loop. A reference is open to every thread.
public static class SyncAndAsync
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var log = system.ActorOf(Props.Create(() => new Log()));

        // From a plain thread: Tell returns at once, Ask gives a task that a synchronous edge may wait for.
        var thread = new Thread(() =>
        {
            log.Tell("from a thread");
            say($"a thread waited for {log.Ask<int>("and again").GetAwaiter().GetResult()} lines");
        });
        thread.Start();
        await Task.Run(thread.Join);

        // From asynchronous code.
        say($"asynchronous code awaited {await log.Ask<int>("from a task")} lines");
    }

    private sealed class Log : ReceiveActor
    {
        private readonly List<string> _lines = [];

        public Log() => Receive<string>(line =>
        {
            _lines.Add(line);

            // The answer to a Tell without a sender is a dead letter; nothing breaks.
            Sender.Tell(_lines.Count);
        });
    }
}
