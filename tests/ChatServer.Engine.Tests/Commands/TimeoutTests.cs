using ChatServer.Actors.TestKit;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>How long the server waits for a registration and for a sign of life, with the clock turned by hand.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TestScheduler _clock = new();

    private static ServerSettings Timeouts(ServerSettings settings) => settings with
    {
        Timeouts = new TimeoutSettings { Registration = 60 * Second, PingAfter = 120 * Second, PongWithin = 30 * Second },
    };

    [Fact]
    public async Task A_connection_that_does_not_register_in_time_is_closed()
    {
        await using var server = await TestServer.StartAsync(Timeouts, _clock);
        var client = server.Connect();
        await client.DoAsync("NICK alice");

        _clock.Advance(60 * Second);

        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Registration timed out)"], await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Talking_does_not_prolong_the_time_to_register()
    {
        await using var server = await TestServer.StartAsync(Timeouts, _clock);
        var client = server.Connect();
        for (var seconds = 0; seconds < 59; seconds++)
        {
            Assert.Empty(await client.DoAsync("PONG"));
            _clock.Advance(Second);
        }

        Assert.Empty(await client.SyncAsync());
        _clock.Advance(Second);

        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Registration timed out)"], await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_silent_client_is_pinged_and_closed_when_it_does_not_answer()
    {
        await using var server = await TestServer.StartAsync(Timeouts, _clock);
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        _clock.Advance(119 * Second);
        Assert.Empty(await clients[1].SyncAsync());
        _clock.Advance(Second);
        Assert.Equal("PING :test.example", await clients[0].ReadLineAsync());
        _clock.Advance(29 * Second);
        Assert.Empty(await clients[1].SyncAsync());
        _clock.Advance(Second);

        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Ping timeout: 150 seconds)"], await clients[0].ReadToEndAsync());
        Assert.Equal(
            [":alice!~alice@127.0.0.1 QUIT :Ping timeout: 150 seconds"],
            await clients[1].ReadUntilAsync(line => line.Contains(" QUIT ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Anything_that_a_client_sends_answers_the_ping()
    {
        await using var server = await TestServer.StartAsync(Timeouts, _clock);
        var alice = await server.RegisterAsync("alice");
        await alice.SyncAsync();
        for (var round = 0; round < 3; round++)
        {
            _clock.Advance(120 * Second);
            Assert.Equal("PING :test.example", await alice.ReadLineAsync());
            await alice.SyncAsync();
            _clock.Advance(30 * Second);
            Assert.Empty(await alice.SyncAsync());
        }
    }

    [Fact]
    public async Task A_client_that_answered_is_not_closed_though_it_may_take_longer_to_answer_than_to_fall_silent()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Timeouts = new TimeoutSettings { PingAfter = 60 * Second, PongWithin = 120 * Second } }, _clock);
        var alice = await server.RegisterAsync("alice");
        await alice.SyncAsync();

        _clock.Advance(60 * Second);
        Assert.Equal("PING :test.example", await alice.ReadLineAsync());
        await alice.DoAsync("PONG test.example");
        _clock.Advance(120 * Second);

        Assert.Equal("PING :test.example", await alice.ReadLineAsync());
    }
}
