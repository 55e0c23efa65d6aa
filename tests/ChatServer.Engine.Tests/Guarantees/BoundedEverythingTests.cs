using System.Text;
using ChatServer.Actors.TestKit;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Guarantees;

/// <summary>Guarantee 5: every queue has a limit and a written answer for "full".</summary>
public sealed class BoundedEverythingTests
{
    [Fact]
    public async Task A_client_that_does_not_read_is_closed_when_its_send_queue_is_full_and_the_others_talk_on()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Limits = settings.Limits with { SendQueueBytes = 100_000 } });
        var clients = await server.RoomOfAsync("#room", "talker", "listener", "sleeper");
        var text = new string('x', 400);

        var quit = await Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var lines = await clients[0].DoAsync($"PRIVMSG #room :{i} {text}");
                var heard = await clients[1].SyncAsync();
                Assert.Contains(heard, line => line.Contains($" :{i} ", StringComparison.Ordinal));
                if (lines.Concat(heard).FirstOrDefault(line => line.Contains(" QUIT ", StringComparison.Ordinal)) is { } gone) return gone;
                Assert.True(i < 2_000, "The sleeper was not closed.");
            }
        });
        Assert.Equal(":sleeper!~sleeper@127.0.0.1 QUIT :SendQ exceeded", quit);
    }

    [Theory]
    [InlineData("LIST", " 322 ")]
    [InlineData("WHO *", " 352 ")]
    [InlineData("@label=long LIST", " 322 ")]
    public async Task An_answer_that_is_longer_than_the_send_queue_waits_for_a_client_that_reads_slowly(string command, string numeric)
    {
        const int count = 400;
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            Limits = settings.Limits with { SendQueueBytes = 20_000, RoomsPerUser = 0 },
        });
        var (reader, other) = (await server.RegisterAsync("reader", "labeled-response", "batch"), await server.RegisterAsync("other"));
        for (var i = 0; i < count; i++)
        {
            var client = server.Connect();
            await client.DoAsync(
                $"NICK n{i}", $"USER n{i} 0 * :{new string('x', 150)}", $"JOIN #{i}", $"TOPIC #{i} :{new string('x', 300)}");
        }

        await reader.SendAsync(command);
        await other.DoAsync("LUSERS");

        var lines = await reader.SyncAsync();
        Assert.Equal(count + (command == "WHO *" ? 2 : 0), lines.Count(line => line.Contains(numeric, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_connection_whose_mailbox_was_full_is_closed_as_it_has_missed_something()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var connection = await server.System.ActorSelection("/user/chat/listener/c1").ResolveOne(TestServer.Patience);
        server.System.EventStream.Publish(new Dropped("an event", "the mailbox is full", ActorRefs.Nobody, connection));

        Assert.StartsWith("ERROR", (await clients[0].ReadToEndAsync())[^1], StringComparison.Ordinal);
        await clients[1].ReadUntilAsync(line => line == ":alice!~alice@127.0.0.1 QUIT :Connection lost");
    }

    [Fact]
    public async Task A_client_that_floods_is_not_read_from_until_it_has_credit_again()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(
            settings => settings with
            {
                Flood = new FloodSettings { Enabled = true, CommandsPerSecond = 2, Burst = 10 },
                Timeouts = new TimeoutSettings { Registration = TimeSpan.FromHours(1) },
            },
            clock);
        var client = server.Connect();
        var line = Encoding.UTF8.GetBytes("PING " + new string('x', 400) + "\r\n");

        // More than the transport holds can't be written, as the server stops reading after ten lines.
        var flood = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++) await client.SendBytesAsync(line);
        });
        for (var i = 0; i < 10; i++) Assert.Contains("PONG", await client.ReadLineAsync(), StringComparison.Ordinal);
        Assert.False(flood.IsCompleted);

        // Each half second buys one more command, and nothing of the flood is lost.
        var halfSecond = TimeSpan.FromSeconds(0.5);
        for (var answered = 10; answered < 300; answered++)
        {
            var next = client.ReadLineAsync();
            while (!next.IsCompleted)
            {
                if (clock.UntilNext <= halfSecond) clock.Advance(halfSecond);
                await Task.Yield();
            }

            Assert.Contains("PONG", await next, StringComparison.Ordinal);
        }

        await flood;
    }

    [Theory]
    [InlineData("PRIVMSG #room :")]
    [InlineData("NOSUCHVERB ")]
    public async Task A_line_that_is_too_long_is_refused_whole(string command)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        Assert.Equal([":test.example 417 alice :Input line was too long"], await clients[0].DoAsync(command + new string('x', 600)));
        Assert.Empty(await clients[1].SyncAsync());
    }

    [Fact]
    public async Task A_line_that_never_ends_closes_the_connection()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();
        await client.SendBytesAsync(Encoding.UTF8.GetBytes(new string('x', 20_000)));
        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Line too long)", (await client.ReadToEndAsync())[^1]);
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_told_so_and_closed()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Limits = settings.Limits with { Connections = 2 } });
        var (first, second) = (server.Connect(), server.Connect());
        await first.SyncAsync();
        await second.SyncAsync();

        var third = server.Connect();
        Assert.Equal(["ERROR :Closing Link: (The server is full)"], await third.ReadToEndAsync());

        await first.SendAsync("QUIT");
        await first.ReadToEndAsync();
        Assert.Empty(await server.Connect().SyncAsync());
    }
}
