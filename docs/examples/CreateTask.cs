namespace ChatServer.Examples;

// asyncio: create_task starts work and goes on. Here: start the task and have its outcome sent to you as a message.
public static class CreateTask
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var done = new TaskCompletionSource();
        system.ActorOf(Props.Create(() => new Fetcher(say, done))).Tell(new Fetch("page"));
        await done.Task;
    }

    private sealed record Fetch(string What);

    private sealed record Fetched(string Content);

    private sealed record FetchFailed(Exception Cause);

    private sealed class Fetcher : ReceiveActor
    {
        public Fetcher(Action<object> say, TaskCompletionSource done)
        {
            Receive<Fetch>(fetch =>
            {
                DownloadAsync(fetch.What).PipeTo(Self, success: text => new Fetched(text), failure: cause => new FetchFailed(cause));
                say("started, and free for other messages");
            });
            Receive<Fetched>(fetched =>
            {
                say(fetched.Content);
                done.SetResult();
            });
            Receive<FetchFailed>(failed => done.SetException(failed.Cause));
        }

        private static Task<string> DownloadAsync(string what) =>
            Task.Delay(10).ContinueWith(_ => $"content of {what}", TaskScheduler.Default);
    }
}
