using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>How operators disconnect others. Source: Modern, KILL.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task The_victim_is_told_by_whom_and_his_peers_see_him_quit()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Kill));
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        foreach (var client in clients) await client.DoAsync("JOIN #other");
        foreach (var client in clients) await client.SyncAsync();
        var root = await server.OperatorAsync("root");

        Assert.Empty(await root.DoAsync("KILL bob :spam and more"));

        Assert.Contains(":test.example 401 root bob :No such nick/channel", await root.DoAsync("WHOIS bob"));
        Assert.Equal([":bob!~bob@127.0.0.1 QUIT :Killed (root (spam and more))"], await clients[0].SyncAsync());
        Assert.Equal(
            [":root!~root@127.0.0.1 KILL bob :spam and more", "ERROR :Closing Link: 127.0.0.1 (Killed (root (spam and more)))"],
            await clients[1].ReadToEndAsync());
    }

    [Fact]
    public async Task A_victim_in_the_middle_of_a_command_goes_as_well()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Kill));
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var root = await server.OperatorAsync("root");
        await clients[1].SendAsync([.. Enumerable.Range(0, 200).Select(number => number % 2 == 0 ? "NICK bobby" : "NICK bob")]);

        while (!(await root.DoAsync("KILL bob", "KILL bobby", "ISON bob bobby"))[^1].EndsWith("303 root :", StringComparison.Ordinal))
        {
        }

        var lines = await clients[1].ReadToEndAsync();
        Assert.StartsWith("ERROR :Closing Link: ", lines[^1], StringComparison.Ordinal);
        Assert.Single(await clients[0].SyncAsync(), line => line.Contains(" QUIT ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_comment_some_reason_is_shown()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root"));

        Assert.Empty(await root.DoAsync("KILL alice"));
        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Killed (root (No reason given)))", (await alice.ReadToEndAsync())[^1]);
    }

    [Fact]
    public async Task An_operator_may_kill_himself()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var root = await server.OperatorAsync("root");

        await root.SendAsync("KILL root :enough");

        Assert.Equal(
            [":root!~root@127.0.0.1 KILL root :enough", "ERROR :Closing Link: 127.0.0.1 (Killed (root (enough)))"],
            await root.ReadToEndAsync());
        var heir = await server.RegisterAsync("heir");
        while (!(await heir.DoAsync("ISON root"))[^1].EndsWith("303 heir :", StringComparison.Ordinal))
        {
        }
    }

    [Fact]
    public async Task Servers_and_nobody_can_not_be_killed()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var root = await server.OperatorAsync("root");

        Assert.Equal(
            [
                ":test.example 483 root :You can't kill a server!",
                ":test.example 401 root nobody :No such nick/channel",
                ":test.example 401 root #room :No such nick/channel",
            ],
            await root.DoAsync("KILL Test.Example :x", "KILL nobody :x", "KILL #room :x"));
    }
}
