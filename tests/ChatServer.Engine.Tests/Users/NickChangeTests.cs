using ChatServer.Actors.TestKit;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Users;

/// <summary>A nick change that somebody objects to when some of the user's rooms stand still for it already. The test plays a room that is
/// asked before all others, and so decides when the others are.</summary>
public sealed class NickChangeTests
{
    private const string Refused = ":test.example 447 bob #room :Cannot change nickname while on this channel (+N)";

    [Fact]
    public async Task A_room_that_forbids_it_while_another_stands_still_already_is_obeyed()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        using var room = await PlayedRoom.OfBobAsync(server, clients[1]);

        await clients[1].SendAsync("NICK robert");
        await StandStillAsync(room);
        await clients[0].DoAsync("MODE #room +N");
        room.LastSender.Tell(new RoomActor.Held(PlayedRoom.Id, [room.TestActor]), room.TestActor);
        await room.ExpectMsgAsync<RoomActor.Release>(TestServer.Patience);
        room.LastSender.Tell(Done.Instance, room.TestActor);

        Assert.Equal([":alice!~alice@127.0.0.1 MODE #room +N", Refused], await clients[1].SyncAsync());
        Assert.Empty(await clients[0].DoAsync("PRIVMSG #room :is that you, bob?"));
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #room :is that you, bob?"], await clients[1].SyncAsync());
        Assert.NotNull(await server.RegisterAsync("robert"));
    }

    [Fact]
    public async Task A_room_that_fails_when_it_is_let_go_is_asked_once_more()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("MODE #room +N");
        await clients[1].SyncAsync();
        using var room = await PlayedRoom.OfBobAsync(server, clients[1]);

        await clients[1].SendAsync("NICK robert");
        await StandStillAsync(room);
        room.LastSender.Tell(new RoomActor.Held(PlayedRoom.Id, [room.TestActor]), room.TestActor);
        await room.ExpectMsgAsync<RoomActor.Release>(TestServer.Patience);
        room.LastSender.Tell(new Failed(new InvalidOperationException("A fault that a test made.")), room.TestActor);
        await room.ExpectMsgAsync<RoomActor.Release>(TestServer.Patience);
        room.LastSender.Tell(Done.Instance, room.TestActor);

        Assert.Equal([Refused], await clients[1].SyncAsync());
    }

    [Theory]
    [InlineData("+N", "NICK robert", Refused)]
    [InlineData("+N", "NICK BOB", Refused)]
    [InlineData("+N", "NICK alice", ":test.example 433 bob alice :Nickname is already in use")]
    [InlineData("+m", "NICK alice", ":test.example 433 bob alice :Nickname is already in use")]
    public async Task Whoever_refuses_it_the_rooms_that_stood_still_for_it_go_on(string mode, string command, string refusal)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #first,#room", $"MODE #room {mode}");
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("JOIN #first,#room");
        await alice.SyncAsync();

        Assert.Equal([refusal], await bob.DoAsync(command));
        Assert.Empty(await alice.DoAsync("PRIVMSG #first :one", "PRIVMSG #room :two"));
        Assert.Equal(
            [":alice!~alice@127.0.0.1 PRIVMSG #first :one", ":alice!~alice@127.0.0.1 PRIVMSG #room :two"], await bob.SyncAsync());
    }

    private static async Task StandStillAsync(TestKit room) =>
        Assert.True((await room.ExpectMsgAsync<RoomActor.Hold>(TestServer.Patience)).ForNewNick);
}
