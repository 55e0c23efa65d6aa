namespace ChatServer.Examples;

// asyncio: gather waits for all, wait(FIRST_COMPLETED) for one. Here an actor of its own collects the answers and then is no more.
public static class Gather
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var workers = Enumerable.Range(1, 3).Select(n => system.ActorOf(Props.Create(() => new Squarer(n)))).ToArray();
        var all = await system.ActorOf(Props.Create(() => new Collector(workers))).Ask<int[]>("go");
        say($"all: {string.Join(' ', all)}");

        // At the edge, where one waits anyway, tasks gather as they always do.
        var first = await await Task.WhenAny(workers.Select(worker => worker.Ask<int>("square")));
        say($"first is one of them: {all.Contains(first)}");
    }

    private sealed class Squarer : ReceiveActor
    {
        public Squarer(int n) => Receive<string>(_ => Sender.Tell(n * n));
    }

    private sealed class Collector : ReceiveActor
    {
        public Collector(IActorRef[] workers) => Receive<string>(_ =>
        {
            foreach (var worker in workers) worker.Tell("square");
            Become(() => Collecting(Sender, workers.Length, []));
        });

        private void Collecting(IActorRef asker, int expected, List<int> answers) => Receive<int>(answer =>
        {
            answers.Add(answer);
            if (answers.Count < expected) return;
            asker.Tell(answers.Order().ToArray());
            Context.Stop(Self);
        });
    }
}
