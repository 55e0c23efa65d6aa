namespace ChatServer.Examples;

// asyncio: run_in_executor, so that a blocking call does not stop the loop. Here: a thread of its own for the actor that blocks.
public static class Blocking
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var props = Props.Create(() => new Driver());
        var blocking = system.ActorOf(props.WithDispatcher(Dispatchers.PinnedDispatcherId));
        var threads = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => blocking.Ask<int>("read")));
        say($"always the same thread: {threads.Distinct().Count() == 1}");

        // A single call can leave for the pool instead, and come back as a message.
        var once = system.ActorOf(Props.Create(() => new Once()));
        say(await once.Ask<string>("read"));
    }

    private static string Read()
    {
        Thread.Sleep(5);
        return "what an old driver returned";
    }

    private sealed class Driver : ReceiveActor
    {
        public Driver() => Receive<string>(_ =>
        {
            Read();
            Sender.Tell(Environment.CurrentManagedThreadId);
        });
    }

    private sealed class Once : ReceiveActor
    {
        public Once() => Receive<string>(_ => Task.Run(Read).PipeTo(Sender));
    }
}
