using ChatServer.Benchmarks;

return await BenchmarkTable.RunAsync(args);
