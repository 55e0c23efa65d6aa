using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Guarantees;

/// <summary>Guarantee 1: a connection starts its next command when the last one has finished, wherever its answer comes from.</summary>
public sealed class OneCommandAtATimeTests
{
    [Fact]
    public async Task Replies_come_in_the_order_of_commands_though_different_actors_answer()
    {
        await using var server = await TestServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        await server.RegisterAsync("alice");

        for (var round = 0; round < 50; round++)
        {
            var lines = await bob.DoAsync(
                "WHOIS alice", "JOIN #one", "VERSION", "PRIVMSG nobody :hello", "LIST", "NAMES #one", "TIME", "PART #one", "ISON alice", "LUSERS");

            string[] landmarks = ["318", "366", "351", "401", "323", "366", "391", "PART", "303", "266"];
            var seen = lines.Select(line => line.Split(' ')[1]).Where(landmarks.Contains);
            Assert.Equal(landmarks, seen);
        }
    }

    [Fact]
    public async Task What_was_said_before_a_pong_stands_in_the_mailbox_of_everybody_concerned()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        for (var round = 0; round < 200; round++)
        {
            await clients[0].DoAsync($"PRIVMSG #room :round {round}", $"PRIVMSG carol :for you {round}");
            Assert.Equal([$":alice!~alice@127.0.0.1 PRIVMSG #room :round {round}"], await clients[1].SyncAsync());
            Assert.Equal(2, (await clients[2].SyncAsync()).Count);
        }
    }

    [Fact]
    public async Task A_nick_change_has_reached_all_peers_when_its_pong_arrives()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        foreach (var client in new[] { alice, bob }) await client.DoAsync("JOIN #a,#b,#c");
        await alice.SyncAsync();

        for (var round = 0; round < 100; round++)
        {
            Assert.Equal([$":{Name(round)}!~alice@127.0.0.1 NICK {Name(round + 1)}"], await alice.DoAsync($"NICK {Name(round + 1)}"));
            Assert.Equal([$":{Name(round)}!~alice@127.0.0.1 NICK {Name(round + 1)}"], await bob.SyncAsync());
        }

        static string Name(int round) => round == 0 ? "alice" : $"alice{round}";
    }
}
