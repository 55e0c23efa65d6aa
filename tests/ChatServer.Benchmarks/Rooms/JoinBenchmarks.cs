namespace ChatServer.Benchmarks.Rooms;

/// <summary>Somebody joins a room and parts again, without being told who is there. Whoever is there hears of both, so what a join costs
/// is what it costs for each of them; the room's own work must not grow with their number.</summary>
internal static class JoinBenchmarks
{
    /// <summary>The rows.</summary>
    public static readonly Benchmark[] All =
    [
        Row(members: 50, joins: 1_000),
        Row(members: 5_000, joins: 20),
    ];

    private static Benchmark Row(int members, int joins) => new($"join-{members}", async () =>
    {
        await using var server = await InMemoryServer.StartAsync();
        var guest = server.Fill("#lobby", members);
        Do("PART"u8, "PART #lobby\r\n"u8);

        return await Measurement.OfAsync($"a JOIN or PART, by members who hear it: {members:N0}", "member", 2 * joins * members, () =>
        {
            for (var i = 0; i < joins; i++)
            {
                Do("JOIN"u8, "JOIN #lobby\r\n"u8);
                Do("PART"u8, "PART #lobby\r\n"u8);
            }

            return Task.CompletedTask;
        });

        void Do(ReadOnlySpan<byte> verb, ReadOnlySpan<byte> line)
        {
            server.Arrivals.Expect(verb, members + 1);
            guest.Send(line);
            server.Arrivals.Wait();
        }
    });
}
