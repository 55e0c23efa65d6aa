using System.Diagnostics;
using System.Globalization;

namespace ChatServer.Benchmarks.Allocations;

/// <summary>What the rows allocate: the program measures it in a process of its own, where nothing else runs.</summary>
public sealed class MeasuredAllocations
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly Lazy<Task<IReadOnlyDictionary<string, double>>> _bytes = new(MeasureAsync);

    /// <summary>Bytes for each piece of work of a row.</summary>
    public async Task<double> BytesOfAsync(string row) => (await _bytes.Value)[row];

    private static async Task<IReadOnlyDictionary<string, double>> MeasureAsync()
    {
        var program = typeof(MeasuredAllocations).Assembly.Location;
        var start = new ProcessStartInfo(
            "dotnet", [program, BenchmarkTable.BytesOnly, .. BenchmarkTable.OfMessages.Select(row => row.Name)])
        {
            RedirectStandardOutput = true,
        };

        // Optimising keeps objects off the heap. Which code is optimised must not depend on how often it has run.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            if (process.ExitCode != 0) throw new InvalidOperationException($"The benchmarks ended with {process.ExitCode}: {output}");
            var bytes = Parse(output);
            if (ExpectedAllocations.AreAccepted) ExpectedAllocations.Write(bytes);
            return bytes;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static Dictionary<string, double> Parse(string output) => output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
}
