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
                "WHOIS alice", "JOIN #one", "VERSION", "PRIVMSG nobody :hello", "LIST", "NAMES #one", "TIME", "PART #one", "ISON alice",
                "LUSERS");

            string[] landmarks = ["318", "366", "351", "401", "323", "366", "391", "PART", "303", "266"];
            var seen = lines.Select(line => line.Split(' ')[1]).Where(landmarks.Contains);
            Assert.Equal(landmarks, seen);
        }
    }

    [Theory]
    [InlineData("JOIN #a,no-room,#b", "JOIN 353 366 403 JOIN 353 366")]
    [InlineData("JOIN #a,#b\r\nPART #a,no-room,#none,#b", "JOIN 353 366 JOIN 353 366 PART 403 403 PART")]
    [InlineData("PRIVMSG bob,no.nick,nobody,#,alice :hello", "401 401 403 407")]
    [InlineData("PRIVMSG #none,no.nick :hello\r\nPRIVMSG nobody :hello\r\nTIME", "403 401 401 391")]
    [InlineData("JOIN #a\r\nPRIVMSG #a,no.nick :hello\r\nPRIVMSG #a :hello\r\nTIME", "JOIN 353 366 401 391")]
    [InlineData("JOIN #a\r\nKICK #a no.nick,nobody,bob", "JOIN 353 366 401 441 441")]
    public async Task What_one_command_names_is_answered_in_the_order_in_which_it_is_named(string lines, string answers)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var heard = await alice.DoAsync(lines.Split("\r\n"));

        Assert.Equal(answers, string.Join(' ', heard.Select(line => line.Split(' ')[1])));
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
    public async Task Who_monitors_a_nick_has_heard_of_it_when_its_owner_sees_a_pong()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("MONITOR + carol,dave");
        for (var round = 0; round < 100; round++)
        {
            var expected = round % 2 == 0 ? "730 alice :carol!~bob@127.0.0.1" : "731 alice :carol";
            await bob.DoAsync(round % 2 == 0 ? "NICK carol" : "NICK bob");
            Assert.Equal([$":test.example {expected}"], await alice.SyncAsync());

            var dave = await server.RegisterAsync("dave");
            Assert.Equal([":test.example 730 alice :dave!~dave@127.0.0.1"], await alice.SyncAsync());
            await dave.SendAsync("QUIT");
            await dave.ReadToEndAsync();
            await bob.SyncAsync();
            Assert.Equal([":test.example 731 alice :dave"], await alice.SyncAsync());
        }
    }

    [Fact]
    public async Task Lines_to_a_room_that_are_under_way_together_are_answered_in_their_order()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "echo-message", "labeled-response", "batch");
        var bob = await server.RegisterAsync("bob");
        foreach (var client in new[] { alice, bob }) await client.DoAsync("JOIN #room");
        await alice.SyncAsync();

        for (var round = 0; round < 50; round++)
        {
            var answers = await alice.DoAsync(
                "PRIVMSG #room :1", "NOTICE #room :2", "privmsg #room :", "PRIVMSG #room :3", "@label=x PRIVMSG #room :4",
                "PRIVMSG #room :5",
                "PRIVMSG #room,#none :6", "PRIVMSG #room :7", "PRIVMSG #ROOM :8");

            string[] expected =
            [
                ":alice!~alice@127.0.0.1 PRIVMSG #room :1",
                ":alice!~alice@127.0.0.1 NOTICE #room :2",
                ":test.example 412 alice :No text to send",
                ":alice!~alice@127.0.0.1 PRIVMSG #room :3",
                "@label=x :alice!~alice@127.0.0.1 PRIVMSG #room :4",
                ":alice!~alice@127.0.0.1 PRIVMSG #room :5",
                ":alice!~alice@127.0.0.1 PRIVMSG #room :6",
                ":test.example 403 alice #none :No such channel",
                ":alice!~alice@127.0.0.1 PRIVMSG #room :7",
                ":alice!~alice@127.0.0.1 PRIVMSG #room :8",
            ];
            Assert.Equal(expected, answers);
            Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], (await bob.SyncAsync()).Select(line => line[^1..]));
        }
    }

    [Fact]
    public async Task Lines_to_a_room_that_refuses_them_are_refused_one_by_one()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("JOIN #room", "MODE #room +m");
        await bob.DoAsync("JOIN #room");

        var answers = await bob.DoAsync("PRIVMSG #room :1", "PRIVMSG #room :2", "NOTICE #room :3", "PRIVMSG #room :4", "TIME");

        Assert.Equal(["404", "404", "404", "391"], answers.Select(line => line.Split(' ')[1]));
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
