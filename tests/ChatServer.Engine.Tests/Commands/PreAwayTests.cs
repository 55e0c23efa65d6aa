using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>AWAY before registration. Source: IRCv3 draft/pre-away.</summary>
public sealed class PreAwayTests
{
    [Fact]
    public async Task Who_said_so_before_registration_comes_as_away()
    {
        await using var server = await TestServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        var client = server.Connect();

        Assert.Equal(
            [":test.example CAP * ACK :draft/pre-away", ":test.example 306 * :You have been marked as being away"],
            await client.DoAsync("CAP REQ :draft/pre-away", "AWAY *"));
        await client.DoAsync("NICK alice", "USER a 0 * :a", "CAP END");

        Assert.Equal([":test.example 301 bob alice :*"], await bob.DoAsync("PRIVMSG alice :there?"));
    }

    [Fact]
    public async Task Who_takes_it_back_comes_as_present()
    {
        await using var server = await TestServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        var client = server.Connect();

        Assert.Equal(
            ":test.example 305 * :You are no longer marked as being away",
            (await client.DoAsync("CAP REQ :draft/pre-away", "AWAY :gone", "AWAY"))[^1]);
        await client.DoAsync("NICK alice", "USER a 0 * :a", "CAP END");

        Assert.Empty(await bob.DoAsync("PRIVMSG alice :there?"));
    }

    [Fact]
    public async Task Without_the_capability_it_has_to_wait()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([":test.example 451 * :You have not registered"], await server.Connect().DoAsync("AWAY *"));
    }
}
