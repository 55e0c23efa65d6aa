using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>What message-tags, server-time and echo-message make of the lines. Source: the IRCv3 specifications of these names.</summary>
public sealed class TagTests
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 2, 3, 4, 5, 60, TimeSpan.Zero);

    [Fact]
    public async Task Server_time_puts_the_time_in_UTC_with_three_decimals_before_every_line()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler(Morning));
        var alice = await server.RegisterAsync("alice", "server-time");
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("PRIVMSG alice :hi");

        Assert.Equal(
            [
                "@time=2026-01-02T03:04:05.060Z :bob!~bob@127.0.0.1 PRIVMSG alice :hi",
                "@time=2026-01-02T03:04:05.060Z :test.example 303 alice :bob",
            ],
            await alice.DoAsync("ISON bob"));
    }

    [Fact]
    public async Task All_members_are_shown_the_time_at_which_the_room_took_the_message()
    {
        var clock = new TestScheduler(Morning);
        await using var server = await TestServer.StartAsync(clock: clock);
        var alice = await server.RegisterAsync("alice", "server-time", "echo-message");
        var bob = await server.RegisterAsync("bob", "server-time");
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room");
        await alice.SyncAsync();

        clock.Advance(TimeSpan.FromMilliseconds(1500));
        var echo = await alice.DoAsync("PRIVMSG #room :hi");
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(["@time=2026-01-02T03:04:06.560Z :alice!~alice@127.0.0.1 PRIVMSG #room :hi"], echo);
        Assert.Equal(echo, await bob.SyncAsync());
    }

    [Fact]
    public async Task An_event_has_one_id_for_all_who_see_it_and_no_two_have_the_same()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags", "echo-message");
        var bob = await server.RegisterAsync("bob", "message-tags");
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room");
        await alice.SyncAsync();

        var echoes = await alice.DoAsync("PRIVMSG #room :one", "PRIVMSG #room :two");

        Assert.All(echoes, line => Assert.Matches("^@msgid=[A-Za-z0-9_-]{16} :alice!~alice@127.0.0.1 PRIVMSG #room :(one|two)$", line));
        Assert.Equal(2, echoes.Select(line => line.Split(' ')[0]).Distinct().Count());
        Assert.Equal(echoes, await bob.SyncAsync());
    }

    [Fact]
    public async Task Client_only_tags_go_to_those_with_message_tags_and_all_others_stay_behind()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        var bob = await server.RegisterAsync("bob", "message-tags");
        var plain = await server.RegisterAsync("plain");
        foreach (var client in new[] { alice, bob, plain }) await client.DoAsync("JOIN #room");
        foreach (var client in new[] { alice, bob, plain }) await client.SyncAsync();

        await alice.DoAsync(@"@+reply=abc;time=now;msgid=mine;+vendor.example/key=a\sb\:c;draft/x=1;+flag PRIVMSG #room :hi");

        var heard = Assert.Single(await bob.SyncAsync());
        Assert.Matches(@"^@msgid=[^;= ]{16};", heard);
        Assert.EndsWith(
            @";+reply=abc;+vendor.example/key=a\sb\:c;+flag :alice!~alice@127.0.0.1 PRIVMSG #room :hi", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("mine", heard, StringComparison.Ordinal);
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #room :hi"], await plain.SyncAsync());
    }

    [Fact]
    public async Task Tags_of_a_client_that_did_not_ask_for_tags_are_left_out()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob", "message-tags");

        await alice.DoAsync("@+reply=abc PRIVMSG bob :hi");

        Assert.Matches("^@msgid=[^;= ]{16} :alice!~alice@127.0.0.1 PRIVMSG bob :hi$", Assert.Single(await bob.SyncAsync()));
    }

    [Fact]
    public async Task A_TAGMSG_reaches_only_those_with_message_tags()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags", "echo-message");
        var bob = await server.RegisterAsync("bob", "message-tags");
        var plain = await server.RegisterAsync("plain");
        foreach (var client in new[] { alice, bob, plain }) await client.DoAsync("JOIN #room");
        foreach (var client in new[] { alice, bob, plain }) await client.SyncAsync();

        var echo = await alice.DoAsync("@+typing=active TAGMSG #room");
        await alice.DoAsync("@+typing=active TAGMSG plain");

        Assert.Matches(@"^@msgid=[^;= ]{16};\+typing=active :alice!~alice@127\.0\.0\.1 TAGMSG #room$", Assert.Single(echo));
        Assert.Equal(echo, await bob.SyncAsync());
        Assert.Empty(await plain.SyncAsync());
    }

    [Fact]
    public async Task A_TAGMSG_from_a_client_without_message_tags_is_an_unknown_command()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 421 alice TAGMSG :Unknown command"], await alice.DoAsync("@+typing=active TAGMSG #room"));
    }

    [Fact]
    public async Task Echo_message_brings_ones_own_messages_back_as_others_see_them()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "echo-message");
        await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room");

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 PRIVMSG #room :one",
                ":alice!~alice@127.0.0.1 NOTICE #room :two",
                ":alice!~alice@127.0.0.1 PRIVMSG bob :three",
            ],
            await alice.DoAsync("PRIVMSG #ROOM :one", "NOTICE #room two", "PRIVMSG BOB three"));
    }

    [Fact]
    public async Task A_message_that_is_refused_has_no_echo()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "echo-message");

        Assert.Equal(
            [":test.example 401 alice nobody :No such nick/channel"],
            await alice.DoAsync("PRIVMSG nobody :hi", "NOTICE nobody :hi"));
    }

    [Fact]
    public async Task A_capability_that_was_taken_off_changes_the_next_line()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler(Morning));
        var alice = await server.RegisterAsync("alice", "server-time");

        Assert.Equal(
            ["@time=2026-01-02T03:04:05.060Z :test.example CAP alice ACK :-server-time", ":test.example 303 alice :alice"],
            await alice.DoAsync("CAP REQ -server-time", "ISON alice"));
    }

    [Fact]
    public async Task Tags_have_room_of_their_own_and_more_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        var longest = new string('x', 4094 - "+a=".Length);

        Assert.EndsWith(
            $";+a={longest} :alice!~alice@127.0.0.1 NOTICE alice :hi",
            Assert.Single(await alice.DoAsync($"@+a={longest} NOTICE alice hi")),
            StringComparison.Ordinal);
        Assert.Equal([":test.example 417 alice :Input line was too long"], await alice.DoAsync($"@+a={longest}x NOTICE alice hi"));
    }
}
