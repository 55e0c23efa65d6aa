using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>MODE of users. Source: Modern, MODE and User Modes.</summary>
public sealed class UserModeTests
{
    [Fact]
    public async Task Ones_own_modes_are_shown_changed_and_told_to_oneself_only()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal(
            [
                ":test.example 221 alice +",
                ":alice!~alice@127.0.0.1 MODE alice +iw",
                ":test.example 221 alice +iw",
                ":alice!~alice@127.0.0.1 MODE alice -i",
                ":test.example 221 alice +w",
            ],
            await clients[0].DoAsync("MODE alice", "MODE ALICE +iwi", "MODE alice", "MODE alice -i", "MODE alice"));
        Assert.Empty(await clients[1].SyncAsync());
    }

    [Fact]
    public async Task Nobody_makes_himself_an_operator()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 221 alice +"], await alice.DoAsync("MODE alice +o", "MODE alice -o", "MODE alice"));
    }

    [Fact]
    public async Task An_unknown_letter_is_reported_once_and_the_rest_is_applied()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":test.example 501 alice :Unknown MODE flag", ":alice!~alice@127.0.0.1 MODE alice +i"],
            await alice.DoAsync("MODE alice +XiY"));
    }

    [Fact]
    public async Task The_modes_of_others_are_theirs()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        Assert.Equal(
            [
                ":test.example 502 alice :Can't change mode for other users",
                ":test.example 502 alice :Can't change mode for other users",
                ":test.example 401 alice nobody :No such nick/channel",
                ":test.example 401 alice no.nick :No such nick/channel",
            ],
            await alice.DoAsync("MODE bob", "MODE bob +i", "MODE nobody", "MODE no.nick +i"));
    }

    [Fact]
    public async Task Who_takes_no_ctcp_hears_everything_else_and_the_sender_is_told()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE alice +T");

        Assert.Equal(
            [":test.example 531 bob alice :This user takes no CTCP (+T)"],
            await bob.DoAsync(
                "PRIVMSG alice :\u0001VERSION\u0001",
                "NOTICE alice :\u0001VERSION me\u0001",
                "PRIVMSG alice :\u0001ACTION waves\u0001",
                "PRIVMSG alice :hello"));
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PRIVMSG alice :\u0001ACTION waves\u0001", ":bob!~bob@127.0.0.1 PRIVMSG alice :hello"],
            await alice.SyncAsync());
        Assert.Equal(
            [":alice!~alice@127.0.0.1 PRIVMSG alice :\u0001PING 1\u0001"], await alice.DoAsync("PRIVMSG alice :\u0001PING 1\u0001"));
    }
}
