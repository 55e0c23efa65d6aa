namespace ChatServer.Examples;

// asyncio: an exception waits in the task until somebody awaits it, or is lost. Here it goes to the supervisor, at once.
public static class Failure
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var parent = system.ActorOf(Props.Create(() => new Parent(say)));
        var child = await parent.Ask<IActorRef>("child?");
        child.Tell("divide by zero");
        child.Tell("still there?");
        await child.GracefulStop(TimeSpan.FromSeconds(10));
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly Action<object> _say;

        public Parent(Action<object> say)
        {
            _say = say;
            var child = Context.ActorOf(Props.Create(() => new Child(say)), "child");
            Receive<string>(_ => Sender.Tell(child));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(cause =>
        {
            _say($"parent: {cause.GetType().Name}, restart it");
            return Directive.Restart;
        });
    }

    private sealed class Child : ReceiveActor
    {
        public Child(Action<object> say) => Receive<string>(text =>
            say(text.StartsWith("divide", StringComparison.Ordinal) ? 1 / int.Parse("0", null) : $"child: {text} yes"));
    }
}
