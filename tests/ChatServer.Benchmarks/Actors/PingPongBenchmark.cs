namespace ChatServer.Benchmarks.Actors;

/// <summary>Two actors answer each other; one message is on its way at any time, so this is latency.</summary>
internal static class PingPongBenchmark
{
    private const int Count = 300_000;

    public static async Task<Measurement> RunAsync(ActorSystem system)
    {
        var ponger = system.ActorOf(Props.Create(() => new Ponger()));
        var pinger = system.ActorOf(Props.Create(() => new Pinger(ponger)));
        return await Measurement.OfAsync("ping-pong", "round trip", Count, async () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            pinger.Tell(new Start(Count, done));
            await done.Task;
        });
    }

    private sealed record Start(int Count, TaskCompletionSource Done);

    private sealed record Ping
    {
        public static readonly Ping Instance = new();
    }

    private sealed record Pong
    {
        public static readonly Pong Instance = new();
    }

    private sealed class Ponger : ReceiveActor
    {
        public Ponger() => Receive<Ping>(_ => Sender.Tell(Pong.Instance));
    }

    private sealed class Pinger : ReceiveActor
    {
        private int _left;
        private TaskCompletionSource? _done;

        public Pinger(IActorRef ponger)
        {
            Receive<Start>(start =>
            {
                (_left, _done) = (start.Count, start.Done);
                ponger.Tell(Ping.Instance);
            });
            Receive<Pong>(_ =>
            {
                if (--_left == 0) _done!.SetResult();
                else ponger.Tell(Ping.Instance);
            });
        }
    }
}
