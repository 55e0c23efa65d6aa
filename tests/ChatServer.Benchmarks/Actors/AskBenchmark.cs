namespace ChatServer.Benchmarks.Actors;

/// <summary>Code outside actors asks an actor, one question after the other, with a timeout.</summary>
internal static class AskBenchmark
{
    private const int Count = 100_000;

    public static async Task<Measurement> RunAsync(ActorSystem system)
    {
        var echo = system.ActorOf(Props.Create(() => new Echo()));
        var question = new Question();
        return await Measurement.OfAsync("ask", "question and answer", Count, async () =>
        {
            for (var i = 0; i < Count; i++) await echo.Ask<Question>(question, TimeSpan.FromSeconds(30)).ConfigureAwait(false);
        });
    }

    private sealed record Question;

    private sealed class Echo : ReceiveActor
    {
        public Echo() => Receive<Question>(question => Sender.Tell(question));
    }
}
