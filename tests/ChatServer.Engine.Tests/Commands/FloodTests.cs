using ChatServer.Actors.TestKit;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>How fast a client may talk, with the clock turned by hand: a command beyond it waits, and nothing is lost.</summary>
public sealed class FloodTests
{
    private readonly TestScheduler _clock = new();

    private static ServerSettings Slow(ServerSettings settings) =>
        settings with { Flood = new FloodSettings { Enabled = true, Burst = 5, CommandsPerSecond = 2 } };

    [Fact]
    public async Task A_burst_is_answered_at_once_and_what_is_beyond_it_at_the_rate()
    {
        await using var server = await TestServer.StartAsync(Slow, _clock);
        var client = server.Connect();
        await client.SendAsync([.. Enumerable.Range(1, 9).Select(number => $"PING {number}")]);

        Assert.Equal("12345", await PongsAsync(client, 5));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal("6", await PongsAsync(client, 1));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal("7", await PongsAsync(client, 1));
    }

    [Fact]
    public async Task A_silence_earns_no_more_than_a_burst()
    {
        await using var server = await TestServer.StartAsync(Slow, _clock);
        var client = server.Connect();
        await client.SendAsync("PING 0");
        Assert.Equal("0", await PongsAsync(client, 1));
        _clock.Advance(TimeSpan.FromSeconds(50));

        await client.SendAsync([.. Enumerable.Range(1, 9).Select(number => $"PING {number}")]);
        Assert.Equal("12345", await PongsAsync(client, 5));
        Assert.Equal(TimeSpan.FromSeconds(0.5), _clock.UntilNext);
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal("6", await PongsAsync(client, 1));
    }

    private static async Task<string> PongsAsync(TestClient client, int count)
    {
        var tokens = "";
        for (var i = 0; i < count; i++) tokens += (await client.ReadLineAsync())?.Split(':')[^1];
        return tokens;
    }
}
