using ChatServer.Actors.TestKit;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Users;

/// <summary>Somebody wants a nick whose owner is about to be gone. The test plays a room, which takes its time.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_connects_again_waits_for_his_own_nick(bool saysSo)
    {
        await using var server = await TestServer.StartAsync();
        using var room = await LeaveAsync(server, saysSo);

        var again = server.Connect();
        await again.SendAsync("NICK bob", "USER bob 0 * :bob again");
        await server.RegisterAsync("carol");
        await LetGoAsync(room);

        Assert.StartsWith(":test.example 001 bob ", await again.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_who_wait_one_gets_it()
    {
        await using var server = await TestServer.StartAsync();
        using var room = await LeaveAsync(server, saysSo: false);

        TestClient[] waiting = [server.Connect(), server.Connect(), server.Connect()];
        foreach (var client in waiting) await client.SendAsync("NICK Bob", "USER bob 0 * :bob");
        await server.RegisterAsync("carol");
        await LetGoAsync(room);

        var answers = await Task.WhenAll(waiting.Select(client => client.ReadLineAsync()));
        Assert.Single(answers, line => line!.Contains(" 001 Bob ", StringComparison.Ordinal));
        Assert.Equal(2, answers.Count(line => line == ":test.example 433 * Bob :Nickname is already in use"));
    }

    [Fact]
    public async Task Who_has_given_up_waiting_does_not_get_it()
    {
        await using var server = await TestServer.StartAsync();
        using var room = await LeaveAsync(server, saysSo: false);

        var (first, second) = (server.Connect(), server.Connect());
        await first.SendAsync("NICK bob");
        await server.RegisterAsync("carol");
        await second.SendAsync("NICK bob", "USER bob 0 * :bob");
        server.System.ActorSelection("/user/chat/listener/c3").Tell(new ConnectionActor.Close("Registration timed out"));
        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Registration timed out)"], await first.ReadToEndAsync());
        await LetGoAsync(room);

        Assert.StartsWith(":test.example 001 bob ", await second.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_fails_while_he_leaves_is_waited_for_no_longer()
    {
        await using var server = await TestServer.StartAsync();
        using var room = await LeaveAsync(server, saysSo: false);

        var again = server.Connect();
        await again.SendAsync("NICK bob", "USER bob 0 * :bob again");
        await server.RegisterAsync("carol");
        server.System.Stop(room.LastSender);

        Assert.StartsWith(":test.example 001 bob ", await again.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_somebody_already_does_not_wait()
    {
        await using var server = await TestServer.StartAsync();
        using var room = await LeaveAsync(server, saysSo: false);

        var carol = await server.RegisterAsync("carol");

        Assert.Equal([":test.example 433 carol bob :Nickname is already in use"], await carol.DoAsync("NICK bob"));
    }

    [Fact]
    public async Task Who_is_lost_while_a_room_stands_still_is_gone_before_another_has_his_nick()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol", "dave");
        using var last = await PlayedRoom.OfBobAsync(server, clients[1], isLast: true);
        await clients[1].SendAsync("NICK robert");
        await last.ExpectMsgAsync<RoomActor.Hold>(TestServer.Patience);

        server.System.ActorSelection("/user/chat/users/u3").Tell(PoisonPill.Instance);
        await clients[2].ReadToEndAsync();
        await server.RegisterAsync("carol");
        await clients[3].SendAsync("NICK eve");
        await server.RegisterAsync("frank");
        last.LastSender.Tell(new RoomActor.Held(PlayedRoom.LastId, [ActorRefs.Nobody]), last.TestActor);
        await last.ExpectMsgAsync<RoomActor.Apply>(TestServer.Patience);
        last.LastSender.Tell(Done.Instance, last.TestActor);

        Assert.Equal(
            [
                ":bob!~bob@127.0.0.1 NICK robert",
                ":carol!~carol@127.0.0.1 QUIT :Connection lost",
                ":dave!~dave@127.0.0.1 NICK eve",
            ],
            await clients[0].ReadUntilAsync(line => line.EndsWith(" eve", StringComparison.Ordinal)));
    }

    private static async Task<TestKit> LeaveAsync(TestServer server, bool saysSo)
    {
        await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var room = await PlayedRoom.OfBobAsync(server, bob);
        if (saysSo)
            await bob.SendAsync("QUIT");
        else
            bob.Vanish();
        await room.ExpectMsgAsync<RoomActor.Hold>(TestServer.Patience);
        return room;
    }

    private static async Task LetGoAsync(TestKit room)
    {
        room.LastSender.Tell(new RoomActor.Held(PlayedRoom.Id, [ActorRefs.Nobody]), room.TestActor);
        await room.ExpectMsgAsync<RoomActor.Apply>(TestServer.Patience);
        room.LastSender.Tell(Done.Instance, room.TestActor);
    }
}
