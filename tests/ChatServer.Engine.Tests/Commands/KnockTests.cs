using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>Asking to be invited. Source: KNOCK of ratbox.</summary>
public sealed class KnockTests
{
    [Fact]
    public async Task Those_who_may_invite_hear_a_knock()
    {
        await using var server = await TestServer.StartAsync();
        var members = await server.RoomOfAsync("#room", "alice", "bob");
        await members[0].DoAsync("MODE #room +i");
        await members[1].SyncAsync();
        var carol = await server.RegisterAsync("carol");

        Assert.Equal([":test.example 711 carol #room :Your KNOCK has been delivered."], await carol.DoAsync("KNOCK #room"));

        Assert.Equal([":test.example 710 alice #room carol!~carol@127.0.0.1 :has asked for an invite."], await members[0].SyncAsync());
        Assert.Empty(await members[1].SyncAsync());
    }

    [Fact]
    public async Task A_knock_may_say_something()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +k key");

        await (await server.RegisterAsync("carol")).DoAsync("KNOCK #room :it is me");

        Assert.Equal([":test.example 710 alice #room carol!~carol@127.0.0.1 :has asked for an invite: it is me"], await alice.SyncAsync());
    }

    [Fact]
    public async Task Once_a_minute_is_enough()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(clock: clock);
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +i");
        var (bob, carol) = (await server.RegisterAsync("bob"), await server.RegisterAsync("carol"));

        Assert.Equal(
            [":test.example 711 bob #room :Your KNOCK has been delivered.", ":test.example 712 bob #room :Too many KNOCKs (channel)."],
            await bob.DoAsync("KNOCK #room", "KNOCK #room"));
        Assert.Equal([":test.example 711 carol #room :Your KNOCK has been delivered."], await carol.DoAsync("KNOCK #room"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([":test.example 711 bob #room :Your KNOCK has been delivered."], await bob.DoAsync("KNOCK #room"));
    }

    [Fact]
    public async Task An_open_room_needs_no_knock_and_a_member_none_either()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");

        Assert.Equal([":test.example 713 bob #room :Channel is open."], await bob.DoAsync("KNOCK #room"));
        Assert.Equal([":test.example 714 alice #room :You are already on that channel."], await alice.DoAsync("KNOCK #room"));
    }

    [Fact]
    public async Task A_secret_room_does_not_betray_itself_and_a_banned_user_is_not_heard()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE #room +ib bob!*@*");

        Assert.Equal([":test.example 404 bob #room :Cannot send to channel"], await bob.DoAsync("KNOCK #room"));
        await alice.DoAsync("MODE #room +s");
        Assert.Equal(
            [":test.example 403 bob #room :No such channel", ":test.example 403 bob #none :No such channel"],
            await bob.DoAsync("KNOCK #room", "KNOCK #none"));
    }
}
