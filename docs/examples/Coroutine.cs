namespace ChatServer.Examples;

// asyncio: a coroutine is a function that can wait. Here a handler can: the mailbox waits with it, other actors run on.
public static class Coroutine
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var slow = system.ActorOf(Props.Create(() => new Sleeper("slow", 50, say)));
        var fast = system.ActorOf(Props.Create(() => new Sleeper("fast", 1, say)));

        var both = Task.WhenAll(slow.Ask("hello"), slow.Ask("again"));
        await fast.Ask("hello");
        await both;
    }

    private sealed class Sleeper : ReceiveActor
    {
        public Sleeper(string name, int milliseconds, Action<object> say) => ReceiveAsync<string>(async text =>
        {
            await Task.Delay(milliseconds);

            // We are back in a turn of this actor: fields, Self and Sender are as before the await.
            say($"{name} {text}");
            Sender.Tell(text);
        });
    }
}
