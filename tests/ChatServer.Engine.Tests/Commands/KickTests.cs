using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>KICK. Source: Modern, KICK; RFC 2812 section 3.2.8.</summary>
public sealed class KickTests
{
    [Theory]
    [InlineData("KICK #ROOM BOB :too loud", "too loud")]
    [InlineData("KICK #room bob", "alice")]
    [InlineData("KICK #room bob :", "alice")]
    public async Task A_kick_is_seen_by_all_the_kicked_one_too_who_is_out_then(string line, string reason)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        var expected = $":alice!~alice@127.0.0.1 KICK #room bob :{reason}";

        Assert.Equal([expected], await clients[0].DoAsync(line));
        Assert.Equal([expected], await clients[2].SyncAsync());
        Assert.Equal([expected, ":test.example 404 bob #room :Cannot send to channel"], await clients[1].DoAsync("PRIVMSG #room :hey"));
        Assert.Empty(await clients[0].SyncAsync());
    }

    [Fact]
    public async Task A_list_of_members_is_one_line_for_each()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol", "dora");
        string[] expected = [":alice!~alice@127.0.0.1 KICK #room bob :out", ":alice!~alice@127.0.0.1 KICK #room carol :out"];

        Assert.Equal(expected, await clients[0].DoAsync("KICK #room bob,carol :out"));
        Assert.Equal(expected, await clients[3].SyncAsync());
    }

    [Fact]
    public async Task A_list_of_rooms_pairs_with_a_list_of_members()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var carol = await server.RegisterAsync("carol");
        foreach (var client in new[] { alice, bob, carol }) await client.DoAsync("JOIN #a,#b");
        await alice.SyncAsync();

        Assert.Equal(
            [":alice!~alice@127.0.0.1 KICK #a bob :out", ":alice!~alice@127.0.0.1 KICK #b carol :out"],
            await alice.DoAsync("KICK #a,#b bob,carol,alice :out"));
    }

    [Fact]
    public async Task A_kick_that_may_not_be_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        Assert.Equal([":test.example 482 bob #room :You're not channel operator"], await clients[1].DoAsync("KICK #room alice"));
        Assert.Equal([":test.example 442 carol #room :You're not on that channel"], await carol.DoAsync("KICK #room alice"));
        Assert.Equal(
            [
                ":test.example 441 alice carol #room :They aren't on that channel",
                ":test.example 401 alice no.nick :No such nick/channel",
                ":test.example 403 alice #none :No such channel",
                ":test.example 403 alice bob :No such channel",
            ],
            await clients[0].DoAsync("KICK #room carol", "KICK #room no.nick", "KICK #none bob", "KICK bob #room"));
    }

    [Fact]
    public async Task A_half_operator_kicks_plain_members_but_no_operator()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "half", "plain");
        await clients[0].DoAsync("MODE #room +h half");
        await clients[1].SyncAsync();

        Assert.Equal(
            [":test.example 482 half #room :You're not channel operator", ":half!~half@127.0.0.1 KICK #room plain :half"],
            await clients[1].DoAsync("KICK #room alice", "KICK #room plain"));
    }

    [Fact]
    public async Task One_who_was_kicked_may_come_back()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("KICK #room bob");
        await clients[1].SyncAsync();

        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #room", (await clients[1].DoAsync("JOIN #room"))[0]);
    }
}
