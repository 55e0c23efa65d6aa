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
}
