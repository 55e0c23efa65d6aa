using ChatServer.Benchmarks.Actors;

return await ActorBenchmarks.RunAsync(args);
