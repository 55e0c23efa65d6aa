using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>PING, PONG, QUIT and ERROR. Source: Modern, Connection Messages.</summary>
public sealed class PingAndQuitTests
{
    [Theory]
    [InlineData("PING token", "token")]
    [InlineData("PING :a token of words", "a token of words")]
    [InlineData("ping one two", "one")]
    public async Task PING_is_answered_with_its_token(string line, string token)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([$":test.example PONG test.example :{token}"], await server.Connect().DoAsync(line));
    }

    [Fact]
    public async Task PING_without_a_token_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 409 alice :No origin specified"], await alice.DoAsync("PING"));
    }

    [Fact]
    public async Task PONG_and_ERROR_are_never_answered()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Empty(await server.Connect().DoAsync("PONG", "PONG a b c", "ERROR", "ERROR :oh no"));
    }

    [Theory]
    [InlineData("QUIT", "Quit: ")]
    [InlineData("QUIT :gone fishing", "Quit: gone fishing")]
    public async Task QUIT_is_answered_with_ERROR_and_seen_by_all_who_share_a_room(string line, string reason)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var stranger = await server.RegisterAsync("stranger");
        await clients[0].SendAsync(line, "PRIVMSG #room :too late");

        Assert.Equal([$"ERROR :Closing Link: 127.0.0.1 ({reason})"], await clients[0].ReadToEndAsync());
        Assert.Equal([$":alice!~alice@127.0.0.1 QUIT :{reason}"], await clients[1].SyncAsync());
        Assert.Empty(await stranger.SyncAsync());
    }

    [Fact]
    public async Task QUIT_before_registration_closes_the_connection_which_no_longer_counts()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var guest = server.Connect();
        await guest.DoAsync("NICK guest");
        Assert.Contains(":test.example 253 alice 1 :unknown connection(s)", await alice.DoAsync("LUSERS"));

        await guest.SendAsync("QUIT :changed my mind");

        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Quit: changed my mind)"], await guest.ReadToEndAsync());
        Assert.Contains(":test.example 253 alice 0 :unknown connection(s)", await alice.DoAsync("LUSERS"));
    }

    [Fact]
    public async Task A_connection_that_ends_without_a_word_is_seen_to_quit()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        clients[0].Vanish();
        await clients[0].Served;

        Assert.Equal(":alice!~alice@127.0.0.1 QUIT :Connection closed", await clients[1].ReadLineAsync());
    }
}
