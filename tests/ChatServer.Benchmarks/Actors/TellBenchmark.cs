namespace ChatServer.Benchmarks.Actors;

/// <summary>Threads that are no actors tell one actor as fast as they can.</summary>
internal static class TellBenchmark
{
    private const int Count = 4_000_000;

    private static readonly object Message = new Note();

    public static Task<Measurement> RunAsync(ActorSystem system) => RunAsync(system, "tell, 1 thread to 1 actor", senders: 1);

    public static Task<Measurement> RunFromFourAsync(ActorSystem system) => RunAsync(system, "tell, 4 threads to 1 actor", senders: 4);

    private static async Task<Measurement> RunAsync(ActorSystem system, string name, int senders)
    {
        var counter = system.ActorOf(Props.Create(() => new Counter()));
        return await Measurement.OfAsync(name, "message", Count, async () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await counter.Ask<string>(new Counter.Expect(Count, done), TimeSpan.FromMinutes(1));
            for (var s = 0; s < senders; s++)
            {
                new Thread(() =>
                {
                    for (var i = 0; i < Count / senders; i++) counter.Tell(Message, ActorRefs.NoSender);
                }).Start();
            }

            await done.Task;
        });
    }

    public sealed record Note;

    private sealed class Counter : ReceiveActor
    {
        private int _left;
        private TaskCompletionSource? _done;

        public Counter()
        {
            Receive<Note>(_ =>
            {
                if (--_left == 0) _done!.SetResult();
            });
            Receive<Expect>(expect =>
            {
                (_left, _done) = (expect.Count, expect.Done);
                Sender.Tell("ready");
            });
        }

        public sealed record Expect(int Count, TaskCompletionSource Done);
    }
}
