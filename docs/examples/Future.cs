namespace ChatServer.Examples;

// asyncio: a future is a value that comes later. Ask makes one of a message and its answer.
public static class Future
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var oracle = system.ActorOf(Props.Create(() => new Oracle()));
        Task<int> answer = oracle.Ask<int>("What do you get if you multiply six by nine?");
        say($"the answer is {await answer}");

        // A Status.Failure is thrown where the answer is awaited.
        try
        {
            await oracle.Ask<int>("?");
        }
        catch (ArgumentException refused)
        {
            say(refused.Message);
        }
    }

    private sealed class Oracle : ReceiveActor
    {
        public Oracle() => Receive<string>(question =>
            Sender.Tell(question.Length > 1 ? 42 : new Status.Failure(new ArgumentException("that is no question"))));
    }
}
