using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>What a network of one server says to questions about others.</summary>
public sealed class ServerControlTests
{
    [Fact]
    public async Task LINKS_and_MAP_show_this_server_to_operators_only()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root"));

        Assert.Equal(
            [":test.example 365 alice * :End of /LINKS list", ":test.example 017 alice :End of /MAP"], await alice.DoAsync("LINKS", "MAP"));
        Assert.Equal(
            [
                ":test.example 364 root test.example test.example :0 An IRC server made of actors",
                ":test.example 365 root * :End of /LINKS list",
                ":test.example 365 root *.org :End of /LINKS list",
                ":test.example 364 root test.example test.example :0 An IRC server made of actors",
                ":test.example 365 root TEST* :End of /LINKS list",
                ":test.example 015 root :test.example",
                ":test.example 017 root :End of /MAP",
            ],
            await root.DoAsync("LINKS", "LINKS *.org", "LINKS test.example TEST*", "MAP"));
    }

    [Fact]
    public async Task There_is_no_other_server_to_link_or_unlink()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var root = await server.OperatorAsync("root");

        Assert.Equal(
            [":test.example 402 root hub.example :No such server", ":test.example 402 root leaf.example :No such server"],
            await root.DoAsync("CONNECT hub.example 6667", "SQUIT leaf.example :bye"));
    }

    [Fact]
    public async Task SUMMON_and_USERS_are_disabled()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":test.example 445 alice :SUMMON has been disabled", ":test.example 446 alice :USERS has been disabled"],
            await alice.DoAsync("SUMMON bob", "USERS"));
    }

    [Fact]
    public async Task STATS_shows_operators_who_may_be_one_and_everybody_who_is_here()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Kill, OperatorPrivilege.Rehash));
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root"));

        Assert.Equal(
            [":test.example 481 alice :Permission Denied- You're not an IRC operator", ":test.example 219 alice o :End of /STATS report"],
            await alice.DoAsync("STATS o"));
        Assert.Equal(
            [":test.example 243 root O * * root Kill,Rehash 0", ":test.example 219 root o :End of /STATS report"],
            await root.DoAsync("STATS o"));
        Assert.Equal(
            [
                ":test.example 249 alice :root!~root@127.0.0.1 keeps the lights on",
                ":test.example 249 alice :1 operator(s) online",
                ":test.example 219 alice p :End of /STATS report",
            ],
            await alice.DoAsync("STATS p"));
    }
}
