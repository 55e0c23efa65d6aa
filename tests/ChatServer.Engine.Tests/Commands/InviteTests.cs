using ChatServer.Engine.Rooms;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>INVITE. Source: Modern, INVITE.</summary>
public sealed class InviteTests
{
    [Fact]
    public async Task An_invitation_is_told_to_the_invited_and_to_nobody_else()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "carol");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal([":test.example 341 alice bob #room"], await clients[0].DoAsync("INVITE BOB #room"));
        Assert.Equal([":alice!~alice@127.0.0.1 INVITE bob #room"], await bob.SyncAsync());
        Assert.Empty(await clients[1].SyncAsync());
    }

    [Fact]
    public async Task An_invitation_to_a_nick_that_has_just_been_laid_down_reaches_its_user_under_his_new_one()
    {
        await using var server = await TestServer.StartAsync();
        await server.RoomOfAsync("#room", "alice");
        var bob = await server.RegisterAsync("bob");
        var (inviter, invited) = (await FindAsync("alice"), await FindAsync("bob"));
        await bob.DoAsync("NICK robert");

        var invite = new RoomActor.Invite(inviter.Identity.Id, invited.Identity, invited.User, invited.Connection);
        Assert.True(RoomName.TryParse("#room", CaseMapping.Ascii, 64, out var room));
        await server.Neighbours.Rooms.Ask<Done>(new RoomDirectoryActor.Route(room, invite), TestServer.Patience);

        Assert.Equal([":alice!~alice@127.0.0.1 INVITE robert #room"], await bob.SyncAsync());
        Assert.Equal([":test.example 336 robert #room", ":test.example 337 robert :End of /INVITE list"], await bob.DoAsync("INVITE"));

        async Task<UserEntry> FindAsync(string text)
        {
            Assert.True(Nickname.TryParse(text, CaseMapping.Ascii, 32, out var nick));
            var found = await server.Neighbours.Users.Ask<UserDirectoryActor.Found>(
                new UserDirectoryActor.Find([nick]), TestServer.Patience);
            return Assert.Single(found.Users);
        }
    }

    [Fact]
    public async Task Who_invites_one_who_is_away_is_told()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await (await server.RegisterAsync("bob")).DoAsync("AWAY :gone");

        Assert.Equal([":test.example 341 alice bob #room", ":test.example 301 alice bob :gone"], await alice.DoAsync("INVITE bob #room"));
    }

    [Fact]
    public async Task An_invitation_opens_every_door_once()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE #room +iklb key 1 bob", "INVITE bob #room");
        await bob.SyncAsync();

        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #room", (await bob.DoAsync("JOIN #room"))[0]);
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PART #room", ":test.example 474 bob #room :Cannot join channel (+b)"],
            await bob.DoAsync("PART #room", "JOIN #room"));
    }

    [Fact]
    public async Task Without_parameters_the_standing_invitations_are_listed()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        Assert.Equal([":test.example 337 bob :End of /INVITE list"], await bob.DoAsync("INVITE"));
        await alice.DoAsync("JOIN #a,#b,#c", "INVITE bob #a", "INVITE bob #b", "INVITE bob #c", "PART #c");
        await bob.SyncAsync();

        Assert.Equal(
            [":test.example 336 bob #a", ":test.example 336 bob #b", ":test.example 337 bob :End of /INVITE list"],
            await bob.DoAsync("INVITE"));
        await bob.DoAsync("JOIN #a");
        Assert.Equal([":test.example 336 bob #b", ":test.example 337 bob :End of /INVITE list"], await bob.DoAsync("INVITE"));
    }

    [Fact]
    public async Task An_invitation_that_may_not_be_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        Assert.Equal(
            [
                ":test.example 443 alice bob #room :is already on channel",
                ":test.example 401 alice nobody :No such nick/channel",
                ":test.example 403 alice #none :No such channel",
                ":test.example 461 alice INVITE :Not enough parameters",
            ],
            await clients[0].DoAsync("INVITE bob #room", "INVITE nobody #room", "INVITE carol #none", "INVITE carol"));
        Assert.Equal([":test.example 442 carol #room :You're not on that channel"], await carol.DoAsync("INVITE carol #room"));
    }

    [Fact]
    public async Task To_an_invite_only_room_operators_invite()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await server.RegisterAsync("carol");

        Assert.Equal([":test.example 341 bob carol #room"], await clients[1].DoAsync("INVITE carol #room"));
        await clients[0].DoAsync("MODE #room +i");
        await clients[1].SyncAsync();

        Assert.Equal([":test.example 482 bob #room :You're not channel operator"], await clients[1].DoAsync("INVITE carol #room"));
    }

    [Fact]
    public async Task A_room_forgets_who_was_invited_and_quits()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await server.RegisterAsync("carol");
        await alice.DoAsync("INVITE bob #room", "INVITE carol #room");
        Assert.Equal(2, await InvitedAsync());

        await bob.SendAsync("QUIT");

        // The room learns it from the death watch, some time after the client.
        var deadline = DateTime.UtcNow + TestServer.Patience;
        while (await InvitedAsync() > 1) Assert.True(DateTime.UtcNow < deadline, "The room still knows of the invitation.");
        await alice.DoAsync("INVITE carol #room");
        Assert.Equal(1, await InvitedAsync());

        async Task<int> InvitedAsync()
        {
            Assert.True(RoomName.TryParse("#room", CaseMapping.Ascii, 64, out var name));
            var ask = new RoomDirectoryActor.Route(name, RoomActor.GetState.Instance);
            return (await server.Neighbours.Rooms.Ask<RoomActor.Seen>(ask, TestServer.Patience)).Room.Invited.Length;
        }
    }
}
