namespace ChatServer.Examples;

// asyncio: one loop takes ready callbacks from a queue, one at a time. Here every actor is such a loop, and the pool's threads turn them
// all.
public static class EventLoop
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var done = new TaskCompletionSource();
        var counter = system.ActorOf(Props.Create(() => new Counter(say, done)), "counter");

        // Many threads tell; the actor handles one message at a time, so its field needs no lock.
        Parallel.For(0, 1000, _ => counter.Tell(new Add(1)));
        counter.Tell(new Report());
        await done.Task;
    }

    private sealed record Add(int Amount);

    private sealed record Report;

    private sealed class Counter : ReceiveActor
    {
        private int _sum;

        public Counter(Action<object> say, TaskCompletionSource done)
        {
            Receive<Add>(add => _sum += add.Amount);
            Receive<Report>(_ =>
            {
                say($"sum: {_sum}");
                done.SetResult();
            });
        }
    }
}
