using System.Globalization;
using ChatServer.Benchmarks.Actors;
using ChatServer.Benchmarks.Deliveries;
using ChatServer.Benchmarks.Rooms;
using ChatServer.Benchmarks.Wire;

namespace ChatServer.Benchmarks;

/// <summary>All rows, and what the program prints of them.</summary>
internal static class BenchmarkTable
{
    /// <summary>Before the names of rows: print only what they allocate, for a program to read.</summary>
    public const string BytesOnly = "--bytes";

    /// <summary>The work that a message makes on its way through the server. What it allocates is checked.</summary>
    public static readonly Benchmark[] OfMessages =
        [.. ParseBenchmarks.All, .. FormatBenchmarks.All, .. RenderBenchmarks.All, .. RoomBenchmarks.All];

    private static readonly Benchmark[] All = [.. OfMessages, .. JoinBenchmarks.All, .. ActorBenchmarks.All];

    /// <summary>Runs the rows that are named, or all, and prints them.</summary>
    /// <returns>The exit code: 0, or 2 for a name that no row has.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var bytesOnly = arguments is [BytesOnly, ..];
        var names = bytesOnly ? arguments[1..] : arguments;
        if (names.Except(All.Select(row => row.Name)).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no row {unknown}; there are {string.Join(", ", All.Select(row => row.Name))}");
            return 2;
        }

        if (!bytesOnly) WriteHead();
        foreach (var (name, run) in All)
        {
            if (names.Length > 0 && !names.Contains(name)) continue;
            var row = await run();
            Console.WriteLine(bytesOnly ? string.Create(CultureInfo.InvariantCulture, $"{name} {row.Bytes:R}") : Line(row));
        }

        return 0;
    }

    private static void WriteHead()
    {
        Console.WriteLine($"{typeof(ActorSystem).Assembly.GetName().Name}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
        Console.WriteLine("| row | of | ns | CPU ns | per second | bytes |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
    }

    private static string Line(Measurement row)
    {
        var perSecond = row.Nanoseconds > 0 ? (1e9 / row.Nanoseconds).ToString("N0", CultureInfo.InvariantCulture) : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Name} | {row.Unit} | {row.Nanoseconds:N1} | {row.CpuNanoseconds:N1} | {perSecond} | {row.Bytes:N1} |");
    }
}
