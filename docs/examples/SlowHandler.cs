namespace ChatServer.Examples;

// asyncio: debug mode warns of callbacks that held the loop. An observed system warns of handlers that kept their turn.
public static class SlowHandler
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var warned = new TaskCompletionSource();
        var listener = system.ActorOf(Props.Create(() => new Listener(say, warned)));
        system.EventStream.Subscribe(listener, typeof(Warning));
        var sluggish = system.ActorOf(Props.Create(() => new Sluggish()), "sluggish");
        sluggish.Tell(new Work());
        await warned.Task;
        say($"it has handled {system.Inspect(sluggish)!.Statistics!.Handled} message");
    }

    private sealed record Work;

    private sealed class Sluggish : ReceiveActor
    {
        public Sluggish() => Receive<Work>(_ => Thread.Sleep(150));
    }

    private sealed class Listener : ReceiveActor
    {
        public Listener(Action<object> say, TaskCompletionSource warned) => Receive<Warning>(
            warning => warning.LogSource.EndsWith("sluggish", StringComparison.Ordinal),
            warning =>
            {
                var isAboutWork = warning.Message.ToString()!.Contains(nameof(Work), StringComparison.Ordinal);
                say($"warning from {warning.LogSource}, about Work: {isAboutWork}");
                warned.SetResult();
            });
    }
}
