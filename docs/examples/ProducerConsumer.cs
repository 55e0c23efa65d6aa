namespace ChatServer.Examples;

// asyncio: a Queue with a maxsize between producer and consumer. A mailbox is the queue; asking for work is what bounds it.
public static class ProducerConsumer
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var done = new TaskCompletionSource();
        var producer = system.ActorOf(Props.Create(() => new Producer(5)));
        system.ActorOf(Props.Create(() => new Consumer(producer, say, done)));
        await done.Task;
    }

    private sealed record Pull;

    private sealed class Producer : ReceiveActor
    {
        private int _last;

        public Producer(int items) => Receive<Pull>(_ => Sender.Tell(_last < items ? ++_last : "no more"));
    }

    private sealed class Consumer : ReceiveActor
    {
        public Consumer(IActorRef producer, Action<object> say, TaskCompletionSource done)
        {
            Receive<int>(item =>
            {
                say($"consumed {item}");

                // One piece of work is on its way at a time: a fast producer cannot flood a slow consumer.
                producer.Tell(new Pull());
            });
            Receive<string>(_ => done.SetResult());
            producer.Tell(new Pull());
        }
    }
}
