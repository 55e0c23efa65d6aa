namespace ChatServer.Benchmarks.Actors;

/// <summary>What the actor runtime costs. Built with <c>-p:ActorRuntime=Akka</c> the same code measures Akka.NET; see
/// docs/benchmarks.md.</summary>
internal static class ActorBenchmarks
{
    /// <summary>The rows.</summary>
    public static readonly Benchmark[] All =
    [
        Row("tell", TellBenchmark.RunAsync),
        Row("tell-4", TellBenchmark.RunFromFourAsync),
        Row("ping-pong", PingPongBenchmark.RunAsync),
        Row("fan-out-500", system => FanOutBenchmark.RunAsync(system, 500, 4_000)),
        Row("fan-out-5000", system => FanOutBenchmark.RunAsync(system, 5_000, 400)),
        Row("ask", AskBenchmark.RunAsync),
        Row("create-stop", LifeBenchmark.RunAsync),
        Row("memory", MemoryBenchmark.RunAsync),
    ];

    private static Benchmark Row(string name, Func<ActorSystem, Task<Measurement>> run) => new(name, async () =>
    {
        var system = ActorSystem.Create("benchmark");
        var row = await run(system);
        await system.Terminate();
        return row;
    });
}
