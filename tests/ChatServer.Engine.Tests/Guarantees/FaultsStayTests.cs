using ChatServer.Domain.Events;
using ChatServer.Engine.Faults;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Guarantees;

/// <summary>Guarantee 6: a fault stays where it happens.</summary>
public sealed class FaultsStayTests
{
    private static readonly InjectedFault Fault = new(new InvalidOperationException("A fault that a test made."));

    [Fact]
    public async Task A_fault_in_a_connection_closes_it_and_its_peers_see_a_quit()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        server.System.ActorSelection("/user/chat/listener/c1").Tell(Fault);

        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Internal error)", (await clients[0].ReadToEndAsync())[^1]);
        await clients[1].ReadUntilAsync(line => line == ":alice!~alice@127.0.0.1 QUIT :Connection lost");
        await TalkAsync(clients[1], clients[2]);
        await FreeAsync(clients[1], "alice");
        Assert.NotNull(await server.RegisterAsync("alice"));
    }

    [Fact]
    public async Task A_fault_in_a_user_closes_his_connection_and_his_peers_see_a_quit()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        server.System.ActorSelection("/user/chat/users/u1").Tell(Fault);

        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Internal error)", (await clients[0].ReadToEndAsync())[^1]);
        await clients[1].ReadUntilAsync(line => line.Contains(" QUIT ", StringComparison.Ordinal));
        await TalkAsync(clients[1], clients[2]);
        await FreeAsync(clients[1], "alice");
        Assert.NotNull(await server.RegisterAsync("alice"));
    }

    [Fact]
    public async Task A_user_who_is_stopped_while_his_room_stands_still_is_seen_to_leave_when_it_goes_on()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        var room = await server.System.ActorSelection("/user/chat/rooms/r1").ResolveOne(TestServer.Patience);
        var seen = await room.Ask<RoomActor.Seen>(RoomActor.GetState.Instance, TestServer.Patience);
        var carol = seen.Room.Members.Values.Select(member => member.Identity).Single(identity => identity.Nick.Text == "carol");
        await room.Ask<RoomActor.Held>(new RoomActor.Hold(carol.Id), TestServer.Patience);

        server.System.ActorSelection("/user/chat/users/u2").Tell(Fault);
        await clients[1].ReadToEndAsync();
        await room.Ask<Done>(new RoomActor.Apply(carol.Id, carol, new UserAway(default, carol)), TestServer.Patience);

        await clients[0].ReadUntilAsync(line => line == ":bob!~bob@127.0.0.1 QUIT :Connection lost");
        await TalkAsync(clients[0], clients[2]);
    }

    [Fact]
    public async Task A_fault_in_a_room_loses_neither_its_members_nor_its_state()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        await clients[0].DoAsync("TOPIC #room :still here", "MODE #room +i");
        foreach (var client in clients) await client.SyncAsync();
        server.System.ActorSelection("/user/chat/rooms/r1").Tell(Fault);

        await TalkAsync(clients[1], clients[2]);
        var seen = await clients[1].DoAsync("TOPIC #room", "MODE #room", "NAMES #room");
        Assert.Contains(":test.example 332 bob #room :still here", seen);
        Assert.Contains(":test.example 324 bob #room +int", seen);
        var names = seen.Single(line => line.Contains(" 353 ", StringComparison.Ordinal)).Split(':')[^1].Split(' ').Order();
        Assert.Equal(["@alice", "bob", "carol"], names);
    }

    [Theory]
    [InlineData("/user/chat/users")]
    [InlineData("/user/chat/rooms")]
    [InlineData("/user/chat/listener")]
    public async Task A_fault_in_a_directory_or_the_listener_is_noticed_by_nobody(string path)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        server.System.ActorSelection(path).Tell(Fault);

        await TalkAsync(clients[0], clients[1]);
        var newcomer = await server.RegisterAsync("carol");
        Assert.Contains(await newcomer.DoAsync("JOIN #room"), line => line.Contains(" 353 ", StringComparison.Ordinal));
        await clients[0].ReadUntilAsync(line => line == ":carol!~carol@127.0.0.1 JOIN #room");
    }

    // A fault is no QUIT that somebody waits for: peers may hear of it before the directory does.
    private static async Task FreeAsync(TestClient client, string nick)
    {
        var deadline = DateTime.UtcNow + TestServer.Patience;
        while ((await client.DoAsync($"ISON {nick}"))[^1].Contains(nick, StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < deadline, "The nick is still taken.");
            await Task.Yield();
        }
    }

    private static async Task TalkAsync(TestClient speaker, TestClient listener)
    {
        await speaker.SendAsync("PRIVMSG #room :are you there?");
        await listener.ReadUntilAsync(line => line.EndsWith("PRIVMSG #room :are you there?", StringComparison.Ordinal));
    }
}
