using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Nick_and_user_complete_registration_with_the_burst_in_order()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();
        await client.SendAsync("NICK alice", "USER alice 0 * :Alice");
        var lines = await client.ReadUntilAsync(line => line.Contains(" 376 ", StringComparison.Ordinal));

        var numerics = lines.Select(line => line.Split(' ')[1]).Distinct();
        Assert.Equal(["001", "002", "003", "004", "005", "251", "252", "253", "254", "255", "265", "266", "375", "372", "376"], numerics);
        Assert.All(lines, line => Assert.StartsWith(":test.example ", line, StringComparison.Ordinal));
        Assert.Equal(":test.example 001 alice :Welcome to the ChatNet network, alice!~alice@127.0.0.1", lines[0]);
    }

    [Fact]
    public async Task Two_clients_talk_in_a_room_and_in_private()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #lobby");
        var joined = await bob.DoAsync("JOIN #lobby");
        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #lobby", joined[0]);
        var names = Assert.Single(joined, line => line.StartsWith(":test.example 353 bob = #lobby :", StringComparison.Ordinal));
        Assert.Contains("@alice", names, StringComparison.Ordinal);
        Assert.Contains(":test.example 366 bob #lobby :End of /NAMES list", joined);

        Assert.Empty(await bob.DoAsync("PRIVMSG #lobby :hello", "PRIVMSG alice :psst"));
        var heard = await alice.SyncAsync();
        Assert.Equal(
            [
                ":bob!~bob@127.0.0.1 JOIN #lobby",
                ":bob!~bob@127.0.0.1 PRIVMSG #lobby :hello",
                ":bob!~bob@127.0.0.1 PRIVMSG alice :psst",
            ],
            heard);
    }
}
