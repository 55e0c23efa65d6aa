using ChatServer.Benchmarks.Wire;

namespace ChatServer.Benchmarks.Rooms;

/// <summary>One message from the speaker's bytes to the bytes of every listener, through the whole engine: what the server does for it,
/// without the sockets. The next is said when all have the last.</summary>
internal static class RoomBenchmarks
{
    /// <summary>The rows.</summary>
    public static readonly Benchmark[] All =
    [
        Row(listeners: 1, messages: 5_000),
        Row(listeners: 100, messages: 1_000),
        Row(listeners: 10_000, messages: 20),
    ];

    private static Benchmark Row(int listeners, int messages) => new($"room-{listeners}", async () =>
    {
        await using var server = await InMemoryServer.StartAsync();
        var speaker = server.Fill("#lobby", listeners);

        for (var i = 0; i < InMemoryServer.MessagesKept; i++) Speak();
        return await Measurement.Of($"a message to a room of {listeners:N0} listeners", "message", messages, Speak);

        void Speak()
        {
            server.Arrivals.Expect("PRIVMSG"u8, listeners);
            speaker.Send(Samples.Sent);
            server.Arrivals.Wait();
        }
    });
}
