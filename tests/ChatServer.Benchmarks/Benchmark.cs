namespace ChatServer.Benchmarks;

/// <summary>A row that can be asked for.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Run">Measures it.</param>
internal sealed record Benchmark(string Name, Func<Task<Measurement>> Run);
