namespace ChatServer.Benchmarks.Actors;

/// <summary>A parent makes children and stops them, and hears of the end of each.</summary>
internal static class LifeBenchmark
{
    private const int Count = 50_000;

    public static async Task<Measurement> RunAsync(ActorSystem system)
    {
        var parent = system.ActorOf(Props.Create(() => new Parent()));
        return await Measurement.OfAsync("create and stop", "actor", Count, async () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            parent.Tell(done);
            await done.Task;
        });
    }

    private sealed class Parent : ReceiveActor
    {
        private static readonly Props Child = Props.Create(() => new Child());

        private int _left;
        private TaskCompletionSource? _done;

        public Parent()
        {
            Receive<TaskCompletionSource>(done =>
            {
                (_left, _done) = (Count, done);
                for (var i = 0; i < Count; i++)
                {
                    var child = Context.ActorOf(Child);
                    Context.Watch(child);
                    Context.Stop(child);
                }
            });
            Receive<Terminated>(_ =>
            {
                if (--_left == 0) _done!.SetResult();
            });
        }
    }

    private sealed class Child : ReceiveActor
    {
        public Child() => Receive<string>(_ => { });
    }
}
