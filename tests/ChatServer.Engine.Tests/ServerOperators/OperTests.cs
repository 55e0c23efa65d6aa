using ChatServer.Actors.TestKit;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>How one becomes an operator, and what others see of it. Source: Modern, OPER.</summary>
public sealed class OperTests
{
    private const string Wrong = ":test.example 464 alice :Password incorrect";

    [Fact]
    public async Task The_right_password_sets_mode_o_and_says_so()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":alice!~alice@127.0.0.1 MODE alice +o", ":test.example 381 alice :You are now an IRC operator"],
            await alice.DoAsync("OPER root secret"));
        Assert.Equal([":test.example 381 alice :You are now an IRC operator"], await alice.DoAsync("OPER root secret"));
        Assert.Equal([":test.example 221 alice +o"], await alice.DoAsync("MODE alice"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([Wrong, Wrong, Wrong], await alice.DoAsync("OPER root guess", "OPER nobody secret", "OPER ROOT secret"));
    }

    [Fact]
    public async Task Without_configured_operators_nobody_becomes_one()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 491 alice :No O-lines for your host"], await alice.DoAsync("OPER root secret"));
    }

    [Fact]
    public async Task A_hashed_password_is_compared_by_its_hash()
    {
        await using var server = await TestServer.StartAsync(Operators.WithPassword(Hashes.Of("secret")));
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([Wrong, Wrong], await alice.DoAsync("OPER root guess", $"OPER root {Hashes.Of("secret")}"));
        Assert.Contains(":test.example 381 alice :You are now an IRC operator", await alice.DoAsync("OPER root secret"));
    }

    [Fact]
    public async Task Those_who_come_while_a_hash_is_computed_get_their_turn()
    {
        await using var server = await TestServer.StartAsync(Operators.WithPassword(Hashes.Of("secret")));
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");

        foreach (var client in clients) await client.SendAsync("OPER root secret");

        foreach (var client in clients)
            Assert.Contains(await client.SyncAsync(), line => line.Contains(" 381 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hash_that_can_not_be_read_lets_nobody_in()
    {
        await using var server = await TestServer.StartAsync(Operators.WithPassword("$pbkdf2-sha256$1$***$***"));
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([Wrong], await alice.DoAsync("OPER root secret"));
    }

    [Fact]
    public async Task Who_guesses_five_times_has_to_wait_for_the_next_minute()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(Operators.With(), clock);
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await alice.DoAsync([.. Enumerable.Repeat("OPER root guess", 4)]);
        await bob.DoAsync("OPER root guess");

        Assert.Equal([":test.example 263 alice OPER :Please wait a while and try again."], await alice.DoAsync("OPER root secret"));

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(":test.example 381 alice :You are now an IRC operator", await alice.DoAsync("OPER root secret"));
    }

    [Fact]
    public async Task An_operator_may_lay_it_down_and_may_do_no_more_then_than_others()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var alice = await server.OperatorAsync("alice");

        Assert.Equal([":alice!~alice@127.0.0.1 MODE alice -o"], await alice.DoAsync("MODE alice -o"));
        Assert.Equal([":test.example 481 alice :Permission Denied- You're not an IRC operator"], await alice.DoAsync("WALLOPS :hello"));
        Assert.DoesNotContain(await alice.DoAsync("WHOIS alice"), line => line.Contains(" 313 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Others_see_who_is_an_operator()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var bob = await server.RegisterAsync("bob");
        await server.OperatorAsync("alice");

        Assert.Contains(":test.example 313 bob alice :keeps the lights on", await bob.DoAsync("WHOIS alice"));
        Assert.Contains(
            ":test.example 352 bob * ~alice 127.0.0.1 test.example alice H* :0 alice of the tests", await bob.DoAsync("WHO alice"));
        Assert.Contains(":test.example 302 bob :alice*=+~alice@127.0.0.1", await bob.DoAsync("USERHOST alice"));
        Assert.Contains(":test.example 252 bob 1 :operator(s) online", await bob.DoAsync("LUSERS"));
    }

    [Fact]
    public async Task An_operator_sees_invisible_users_in_WHO()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var (alice, bob, root) =
            (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"), await server.OperatorAsync("root"));
        await bob.DoAsync("MODE bob +i");

        Assert.DoesNotContain(await alice.DoAsync("WHO b*"), line => line.Contains(" 352 ", StringComparison.Ordinal));
        Assert.Contains(await root.DoAsync("WHO b*"), line => line.Contains(" 352 ", StringComparison.Ordinal));
    }
}
