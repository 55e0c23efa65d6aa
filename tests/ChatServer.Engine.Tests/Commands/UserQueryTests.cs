using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>AWAY, ISON and USERHOST. Source: Modern, Optional Messages.</summary>
public sealed class UserQueryTests
{
    [Theory]
    [InlineData("AWAY")]
    [InlineData("AWAY :")]
    public async Task One_goes_away_with_a_reason_and_comes_back_without(string back)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal([":test.example 306 alice :You have been marked as being away"], await clients[0].DoAsync("AWAY :gone fishing"));
        Assert.Equal([":test.example 301 bob alice :gone fishing"], await clients[1].DoAsync("PRIVMSG alice :hi"));
        await clients[0].SyncAsync();
        Assert.Equal([":test.example 305 alice :You are no longer marked as being away"], await clients[0].DoAsync(back));
        Assert.Empty(await clients[1].DoAsync("PRIVMSG alice :hi"));
    }

    [Theory]
    [InlineData("ISON alice nobody BOB no.nick", "alice bob")]
    [InlineData("ISON :bob alice", "bob alice")]
    [InlineData("ISON nobody", "")]
    public async Task ISON_names_those_who_are_here_in_the_order_asked(string line, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        Assert.Equal([$":test.example 303 alice :{expected}"], await alice.DoAsync(line));
    }

    [Fact]
    public async Task USERHOST_shows_host_and_presence_of_up_to_five()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await (await server.RegisterAsync("bob")).DoAsync("AWAY :gone");

        Assert.Equal(
            [
                ":test.example 302 alice :alice=+~alice@127.0.0.1 bob=-~bob@127.0.0.1",
                ":test.example 302 alice :",
                ":test.example 302 alice :alice=+~alice@127.0.0.1",
            ],
            await alice.DoAsync("USERHOST alice nobody BOB", "USERHOST nobody", "USERHOST n1 n2 n3 n4 alice bob"));
    }
}
