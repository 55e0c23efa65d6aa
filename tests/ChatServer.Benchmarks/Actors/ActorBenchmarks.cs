using System.Globalization;

namespace ChatServer.Benchmarks.Actors;

/// <summary>What the actor runtime costs. Built with <c>-p:ActorRuntime=Akka</c> the same code measures Akka.NET; see
/// docs/benchmarks.md.</summary>
internal static class ActorBenchmarks
{
    private static readonly (string Name, Func<ActorSystem, Task<Measurement>> Run)[] All =
    [
        ("tell", TellBenchmark.RunAsync),
        ("tell-4", TellBenchmark.RunFromFourAsync),
        ("ping-pong", PingPongBenchmark.RunAsync),
        ("fan-out-500", system => FanOutBenchmark.RunAsync(system, 500, 4_000)),
        ("fan-out-5000", system => FanOutBenchmark.RunAsync(system, 5_000, 400)),
        ("ask", AskBenchmark.RunAsync),
        ("create-stop", LifeBenchmark.RunAsync),
        ("memory", MemoryBenchmark.RunAsync),
    ];

    /// <summary>Runs the rows named, or all, and writes a table.</summary>
    public static async Task<int> RunAsync(string[] names)
    {
        Console.WriteLine($"{typeof(ActorSystem).Assembly.GetName().Name}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
        Console.WriteLine("| row | of | ns | CPU ns | per second | bytes |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        foreach (var (name, run) in All)
        {
            if (names.Length > 0 && !names.Contains(name)) continue;
            var system = ActorSystem.Create("benchmark");
            var row = await run(system);
            await system.Terminate();
            var perSecond = row.Nanoseconds > 0 ? (1e9 / row.Nanoseconds).ToString("N0", CultureInfo.InvariantCulture) : string.Empty;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Unit} | {row.Nanoseconds:N1} | {row.CpuNanoseconds:N1} | {perSecond} | {row.Bytes:N1} |"));
        }

        return 0;
    }
}
