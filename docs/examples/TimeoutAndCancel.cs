namespace ChatServer.Examples;

// asyncio: wait_for and cancel. An asker stops waiting; an actor sets itself a timer. Neither reaches into the other's work.
public static class TimeoutAndCancel
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var done = new TaskCompletionSource();
        var patient = system.ActorOf(Props.Create(() => new Patient(say, done)));
        var asked = patient.Ask("anything", TimeSpan.FromMilliseconds(20));
        say(await Task.WhenAny(asked) is { IsFaulted: true } ? "asker: no answer in time" : "?");

        using var source = new CancellationTokenSource();
        asked = patient.Ask("anything", source.Token);
        await source.CancelAsync();
        say(await Task.WhenAny(asked) is { IsCanceled: true } ? "asker: cancelled" : "?");
        await done.Task;
    }

    private sealed class Patient : ReceiveActor, IWithTimers
    {
        public Patient(Action<object> say, TaskCompletionSource done)
        {
            Timers.StartSingleTimer("give up", ReceiveTimeout.Instance, TimeSpan.FromMilliseconds(200));
            Receive<ReceiveTimeout>(_ =>
            {
                say("actor: giving up");
                done.SetResult();
            });
            Receive<string>(_ => { });
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }
}
