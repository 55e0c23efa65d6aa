using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>What operators say to many. Source: Modern, WALLOPS; RFC 2812 section 3.3.1.</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public async Task WALLOPS_is_for_those_who_want_to_hear_it()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Wallops));
        var (alice, bob, root) =
            (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"), await server.OperatorAsync("root"));
        await alice.DoAsync("MODE alice +w");

        Assert.Empty(await root.DoAsync("WALLOPS :hi everyone"));

        Assert.Equal([":root!~root@127.0.0.1 WALLOPS :hi everyone"], await alice.SyncAsync());
        Assert.Empty(await bob.SyncAsync());
    }

    [Fact]
    public async Task An_operator_who_wants_to_hear_WALLOPS_hears_his_own()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Wallops));
        var root = await server.OperatorAsync("root");
        await root.DoAsync("MODE root +w");

        Assert.Equal([":root!~root@127.0.0.1 WALLOPS :hi"], await root.DoAsync("WALLOPS hi"));
        Assert.Equal([":test.example 461 root WALLOPS :Not enough parameters"], await root.DoAsync("WALLOPS :"));
    }

    [Theory]
    [InlineData("$*")]
    [InlineData("$$test.*")]
    [InlineData("$TEST.example")]
    public async Task A_message_to_the_server_is_for_all_its_users(string target)
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Broadcast));
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root", "echo-message"));

        Assert.Equal([$":root!~root@127.0.0.1 NOTICE {target} :going down"], await root.DoAsync($"NOTICE {target} :going down"));

        Assert.Equal([$":root!~root@127.0.0.1 NOTICE {target} :going down"], await alice.SyncAsync());
    }

    [Fact]
    public async Task A_message_of_several_lines_to_the_server_keeps_its_lines()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Broadcast));
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root", "batch", "draft/multiline"));

        await root.DoAsync("BATCH +1 draft/multiline $*", "@batch=1 NOTICE $* :going", "@batch=1 NOTICE $* :down", "BATCH -1");

        Assert.Equal([":root!~root@127.0.0.1 NOTICE $* :going", ":root!~root@127.0.0.1 NOTICE $* :down"], await alice.SyncAsync());
    }

    [Fact]
    public async Task Refusals_come_in_the_order_of_the_targets()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":test.example 401 alice nobody :No such nick/channel",
                ":test.example 481 alice :Permission Denied- You're not an IRC operator",
            ],
            await alice.DoAsync("PRIVMSG nobody,$* :x"));
    }

    [Fact]
    public async Task Others_can_not_speak_to_all_users()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Wallops));
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root"));

        Assert.Equal(
            [":test.example 481 alice :Permission Denied- You're not an IRC operator"],
            await alice.DoAsync("PRIVMSG $* :x", "NOTICE $* :x"));
        Assert.Equal(
            [":test.example 723 root Broadcast :Insufficient oper privileges."], await root.DoAsync("PRIVMSG $* :x", "NOTICE $* :x"));
    }

    [Fact]
    public async Task A_mask_of_other_servers_finds_nobody()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example 401 root $*.org :No such nick/channel"], await root.DoAsync("PRIVMSG $*.org :x", "NOTICE $*.org :x"));
    }
}
