using ChatServer.Actors.TestKit;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>TOPIC. Source: Modern, TOPIC.</summary>
public sealed class TopicTests
{
    [Fact]
    public async Task A_topic_is_set_shown_and_cleared()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler());
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal(
            [
                ":test.example 331 alice #room :No topic is set",
                ":alice!~alice@127.0.0.1 TOPIC #room :all things",
                ":test.example 332 alice #room :all things",
                ":test.example 333 alice #room alice!~alice@127.0.0.1 946684800",
                ":alice!~alice@127.0.0.1 TOPIC #room :",
                ":test.example 331 alice #room :No topic is set",
            ],
            await clients[0].DoAsync("TOPIC #room", "TOPIC #ROOM :all things", "TOPIC #room", "TOPIC #room :", "TOPIC #room"));
        Assert.Equal(
            [":alice!~alice@127.0.0.1 TOPIC #room :all things", ":alice!~alice@127.0.0.1 TOPIC #room :"],
            await clients[1].SyncAsync());
    }

    [Fact]
    public async Task A_protected_topic_is_for_operators_until_mode_t_is_taken_off()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal([":test.example 482 bob #room :You're not channel operator"], await clients[1].DoAsync("TOPIC #room :mine"));
        await clients[0].DoAsync("MODE #room -t");
        await clients[1].SyncAsync();

        Assert.Equal([":bob!~bob@127.0.0.1 TOPIC #room :mine"], await clients[1].DoAsync("TOPIC #room :mine"));
    }

    [Fact]
    public async Task An_outsider_may_look_at_a_topic_but_not_set_it()
    {
        await using var server = await TestServer.StartAsync();
        await server.RoomOfAsync("#room", "alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [":test.example 331 bob #room :No topic is set", ":test.example 442 bob #room :You're not on that channel"],
            await bob.DoAsync("TOPIC #room", "TOPIC #room :mine"));
    }

    [Fact]
    public async Task The_topic_of_a_secret_room_or_of_none_is_not_shown()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +s");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [
                ":test.example 403 bob #room :No such channel",
                ":test.example 403 bob #room :No such channel",
                ":test.example 403 bob #none :No such channel",
            ],
            await bob.DoAsync("TOPIC #room", "TOPIC #room :mine", "TOPIC #none"));
    }

    [Fact]
    public async Task A_room_that_has_closed_unknown_to_the_client_is_no_channel()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        Assert.True(RoomName.TryParse("#room", CaseMapping.Ascii, 64, out var name));
        var room = (await AskAsync<RoomActor.Seen>(RoomActor.GetState.Instance)).Room;
        await AskAsync<Done>(new RoomActor.Part(room.Members.Keys.Single(), WireText.Empty));
        var deadline = DateTime.UtcNow + TestServer.Patience;
        while (await AskAsync<IAnswer>(RoomActor.GetState.Instance) is not Denied)
            Assert.True(DateTime.UtcNow < deadline, "The room is still open.");
        await alice.SyncAsync();

        Assert.Equal([":test.example 403 alice #room :No such channel"], await alice.DoAsync("TOPIC #room"));

        Task<T> AskAsync<T>(IRequest request) =>
            server.Neighbours.Rooms.Ask<T>(new RoomDirectoryActor.Route(name, request), TestServer.Patience);
    }
}
