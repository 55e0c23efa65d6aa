namespace ChatServer.Examples;

/// <summary>For the examples: a task that ends with an actor, made of an actor that watches it.</summary>
internal static class WatchEnd
{
    public static Task<bool> WatchEndAsync(this IActorRef subject, ActorSystem system)
    {
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new Watcher(subject, ended)));
        return ended.Task;
    }

    private sealed class Watcher : ReceiveActor
    {
        public Watcher(IActorRef subject, TaskCompletionSource<bool> ended)
        {
            Context.Watch(subject);
            Receive<Terminated>(_ => ended.SetResult(true));
        }
    }
}
