namespace ChatServer.Examples;

// asyncio: Lock, Event, Semaphore. A lock is an actor that owns the state; the others are actors that know who waits.
public static class LockEventSemaphore
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var semaphore = system.ActorOf(Props.Create(() => new Semaphore(2)));
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await semaphore.Ask("enter");
            if (Interlocked.Increment(ref inside) > 2) say("more than two inside");
            await Task.Delay(5);
            Interlocked.Decrement(ref inside);
            semaphore.Tell("leave");
        }));
        say("all have been inside");
    }

    private sealed class Semaphore : ReceiveActor
    {
        private readonly Queue<IActorRef> _waiting = new();

        public Semaphore(int free)
        {
            Receive<string>(text => text == "enter", _ =>
            {
                if (--free >= 0) Sender.Tell("entered");
                else _waiting.Enqueue(Sender);
            });
            Receive<string>(text => text == "leave", _ =>
            {
                if (++free <= 0) _waiting.Dequeue().Tell("entered");
            });
        }
    }
}
