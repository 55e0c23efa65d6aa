namespace ChatServer.Benchmarks.Actors;

/// <summary>What an actor with three handlers holds that has handled a message and now waits.</summary>
internal static class MemoryBenchmark
{
    private const int Count = 50_000;

    public static async Task<Measurement> RunAsync(ActorSystem system)
    {
        // The first thousand fill whatever is made once.
        await MakeAsync(system, 1_000, "warm");
        var before = Live();
        var actors = await MakeAsync(system, Count, "a");
        var bytes = (Live() - before) / (double)Count;
        GC.KeepAlive(actors);
        return new Measurement("memory", "idle ReceiveActor", 0, 0, bytes);
    }

    private static async Task<IActorRef[]> MakeAsync(ActorSystem system, int count, string name)
    {
        var props = Props.Create(() => new Idle());
        var actors = new IActorRef[count];
        for (var i = 0; i < count; i++) actors[i] = system.ActorOf(props, $"{name}{i}");
        foreach (var actor in actors) await actor.Ask<string>("there?", TimeSpan.FromMinutes(1));
        return actors;
    }

    private static long Live()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private sealed class Idle : ReceiveActor
    {
        private int _handled;

        public Idle()
        {
            Receive<string>(OnText);
            Receive<int>(OnNumber);
            Receive<TimeSpan>(OnTime);
        }

        private void OnText(string text)
        {
            _handled++;
            Sender.Tell(text);
        }

        private void OnNumber(int number) => _handled += number;

        private void OnTime(TimeSpan time) => _handled += time.Seconds;
    }
}
