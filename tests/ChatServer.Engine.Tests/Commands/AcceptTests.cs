using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>User mode g and ACCEPT (caller-id). Source: ratbox, Hybrid, InspIRCd.</summary>
public sealed class AcceptTests
{
    private const string Blocked = ":test.example 716 bob alice :is in +g mode (server-side ignore)";
    private const string AliceWasTold = ":test.example 717 bob alice :has been informed that you messaged them.";
    private const string BobCalls = ":test.example 718 alice bob ~bob@127.0.0.1 :is messaging you, and you have user mode +g set.";

    [Fact]
    public async Task Who_has_not_been_accepted_is_told_so_and_the_other_learns_of_it()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("MODE alice +g");

        Assert.Equal([Blocked, AliceWasTold], await bob.DoAsync("PRIVMSG alice :hello"));
        Assert.Equal([BobCalls], await alice.SyncAsync());
    }

    [Fact]
    public async Task It_is_learnt_once_a_minute()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(clock: clock);
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("MODE alice +g");

        Assert.Equal([Blocked, AliceWasTold, Blocked], await bob.DoAsync("PRIVMSG alice :hello", "PRIVMSG alice :hello?"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([Blocked, AliceWasTold], await bob.DoAsync("PRIVMSG alice :hello!"));
        Assert.Equal([BobCalls, BobCalls], await alice.SyncAsync());
    }

    [Fact]
    public async Task So_it_is_for_who_was_heard_before()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        Assert.Empty(await bob.DoAsync("PRIVMSG alice :one"));
        await alice.DoAsync("MODE alice +g");

        Assert.Equal([Blocked, AliceWasTold], await bob.DoAsync("PRIVMSG alice :two"));
        Assert.Equal([BobCalls], await alice.SyncAsync());
    }

    [Fact]
    public async Task A_notice_makes_no_answers_and_is_not_heard()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("MODE alice +g");

        Assert.Empty(await bob.DoAsync("NOTICE alice :hello"));
        Assert.Empty(await alice.SyncAsync());
    }

    [Fact]
    public async Task Who_is_accepted_is_heard_whatever_his_nick_until_he_is_no_more()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        Assert.Equal([":alice!~alice@127.0.0.1 MODE alice +g"], await alice.DoAsync("MODE alice +g", "ACCEPT bob"));

        Assert.Empty(await bob.DoAsync("PRIVMSG alice :hello"));
        await bob.DoAsync("NICK bobby");
        Assert.Empty(await bob.DoAsync("PRIVMSG alice :it is me"));
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PRIVMSG alice :hello", ":bobby!~bob@127.0.0.1 PRIVMSG alice :it is me"],
            await alice.SyncAsync());
        Assert.Empty(await alice.DoAsync("ACCEPT -bob"));
        Assert.Contains(":test.example 716 bobby alice :is in +g mode (server-side ignore)", await bob.DoAsync("PRIVMSG alice :hello?"));
    }

    [Fact]
    public async Task Who_takes_the_nick_of_somebody_accepted_is_not_accepted_in_his_place()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("MODE alice +g", "ACCEPT bob");
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();

        Assert.Contains(Blocked, await (await server.RegisterAsync("bob")).DoAsync("PRIVMSG alice :hello"));
    }

    [Fact]
    public async Task Whom_one_speaks_to_one_hears()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync("MODE alice +g", "PRIVMSG bob :hello");

        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG bob :hello"], await bob.DoAsync("PRIVMSG alice :hi"));
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG alice :hi"], await alice.SyncAsync());
    }

    [Fact]
    public async Task Operators_of_the_server_and_oneself_are_always_heard()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root"));

        Assert.Contains(":alice!~alice@127.0.0.1 PRIVMSG alice :note", await alice.DoAsync("MODE alice +g", "PRIVMSG alice :note"));
        Assert.Empty(await root.DoAsync("PRIVMSG alice :hello"));
        Assert.Equal([":root!~root@127.0.0.1 PRIVMSG alice :hello"], await alice.SyncAsync());
    }

    [Fact]
    public async Task The_list_can_be_read_and_what_is_wrong_with_a_change_is_said()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        foreach (var nick in new[] { "bob", "carol" }) await server.RegisterAsync(nick);

        Assert.Equal([":test.example 282 alice :End of /ACCEPT list"], await alice.DoAsync("ACCEPT"));
        Assert.Equal(
            [
                ":test.example 401 alice nobody :No such nick/channel",
                ":test.example 457 alice bob :is already on your accept list",
                ":test.example 458 alice dave :is not on your accept list",
                ":test.example 281 alice :bob carol",
                ":test.example 282 alice :End of /ACCEPT list",
            ],
            await alice.DoAsync("ACCEPT carol,bob,nobody", "ACCEPT bob,-dave", "ACCEPT *"));
    }
}
