using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>RENAME. Source: IRCv3 draft/channel-rename.</summary>
public sealed class RenameTests
{
    private const string Capability = "draft/channel-rename";

    [Fact]
    public async Task Members_who_know_of_renaming_are_told_and_others_see_a_part_and_a_join()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #old", "TOPIC #old :the topic");
        await bob.DoAsync("JOIN #old");
        await alice.SyncAsync();

        Assert.Equal([":alice!~alice@127.0.0.1 RENAME #old #new :a better name"], await alice.DoAsync("RENAME #old #new :a better name"));

        var lines = await bob.SyncAsync();
        Assert.Equal(":bob!~bob@127.0.0.1 PART #old :a better name", lines[0]);
        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #new", lines[1]);
        Assert.Equal(":test.example 332 bob #new :the topic", lines[2]);
        Assert.StartsWith(":test.example 333 bob #new alice!~alice@127.0.0.1 ", lines[3]);
        Assert.StartsWith(":test.example 353 bob = #new :", lines[4]);
        Assert.Equal(":test.example 366 bob #new :End of /NAMES list", lines[5]);
        Assert.Equal(6, lines.Count);
    }

    [Fact]
    public async Task The_room_stays_what_it_is_under_its_new_name()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability, "draft/chathistory");
        var bob = await server.RegisterAsync("bob", Capability);
        await alice.DoAsync("JOIN #old", "MODE #old +k secret");
        await bob.DoAsync("JOIN #old secret", "PRIVMSG #old :before");
        await alice.DoAsync("RENAME #old #new");
        await bob.SyncAsync();

        Assert.Empty(await bob.DoAsync("PRIVMSG #new :after"));
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PRIVMSG #new :after", ":test.example 324 alice #new +ntk secret"],
            (await alice.DoAsync("MODE #new")).Take(2));
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PRIVMSG #new :before", ":bob!~bob@127.0.0.1 PRIVMSG #new :after"],
            await alice.DoAsync("CHATHISTORY LATEST #new * 10"));
        Assert.Contains(":test.example 319 alice bob :#new", await alice.DoAsync("WHOIS bob"));
        Assert.Contains(" #new 2 :", (await alice.DoAsync("LIST"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_name_is_free_for_another_room()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #old", "RENAME #old #new");

        Assert.Equal([":test.example 403 bob #old :No such channel"], await bob.DoAsync("TOPIC #old"));
        Assert.Equal([":test.example 403 alice #old :No such channel"], await alice.DoAsync("PRIVMSG #old :hello"));
        Assert.Contains(":test.example 353 bob = #old :@bob", await bob.DoAsync("JOIN #old"));
        Assert.Contains(":test.example 353 bob = #new :@alice", await bob.DoAsync("NAMES #new"));
        Assert.Contains(":test.example 254 bob 2 :channels formed", await bob.DoAsync("LUSERS"));
    }

    [Fact]
    public async Task The_new_name_is_free_again_when_the_room_has_closed()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        await alice.DoAsync("JOIN #old", "RENAME #old #new", "PART #new");

        Assert.Equal(
            [":test.example 321 alice Channel :Users  Name", ":test.example 323 alice :End of /LIST"], await alice.DoAsync("LIST"));
        Assert.Contains(":test.example 353 alice = #new :@alice", await alice.DoAsync("JOIN #new"));
    }

    [Fact]
    public async Task Only_the_spelling_may_change_and_then_nobody_seems_to_leave()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room");
        await alice.SyncAsync();

        Assert.Equal([":alice!~alice@127.0.0.1 RENAME #room #Room :"], await alice.DoAsync("RENAME #room #Room"));
        Assert.Empty(await bob.SyncAsync());
        Assert.Empty(await alice.DoAsync("PRIVMSG #room :hi"));
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #Room :hi"], await bob.SyncAsync());
    }

    [Fact]
    public async Task What_can_not_be_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room", "JOIN #other");
        await alice.SyncAsync();

        Assert.Equal(
            [
                ":test.example FAIL RENAME CHANNEL_NAME_IN_USE #room #OTHER :The channel name is already taken",
                ":test.example FAIL RENAME CANNOT_RENAME #room &local :This is no name for a channel",
                ":test.example FAIL RENAME CANNOT_RENAME #room #room :The channel has this name",
                ":test.example 442 alice #other :You're not on that channel",
                ":test.example 403 alice #nowhere :No such channel",
                ":test.example 461 alice RENAME :Not enough parameters",
            ],
            await alice.DoAsync(
                "RENAME #room #OTHER", "RENAME #room &local", "RENAME #room #room", "RENAME #other #x", "RENAME #nowhere #x",
                "RENAME #room"));
        Assert.Equal([":test.example 482 bob #room :You're not channel operator"], await bob.DoAsync("RENAME #room #mine"));
    }

    [Fact]
    public async Task A_room_keeps_a_new_name_for_a_while()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        await alice.DoAsync("JOIN #one", "RENAME #one #two");

        Assert.Equal(
            [":test.example FAIL RENAME CANNOT_RENAME #two #three :This channel has been renamed recently"],
            await alice.DoAsync("RENAME #two #three"));
    }

    [Fact]
    public async Task A_labelled_request_is_answered_by_what_its_sender_sees_of_it()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch", Capability);
        var bob = await server.RegisterAsync("bob", "labeled-response", "batch", "no-implicit-names");
        await alice.DoAsync("JOIN #one");
        await bob.DoAsync("JOIN #two");

        Assert.Equal(["@label=x :alice!~alice@127.0.0.1 RENAME #one #three :"], await alice.DoAsync("@label=x RENAME #one #three"));
        var lines = await bob.DoAsync("@label=y RENAME #two #four");
        Assert.StartsWith("@label=y :test.example BATCH +", lines[0]);
        Assert.EndsWith(" :bob!~bob@127.0.0.1 PART #two", lines[1]);
        Assert.EndsWith(" :bob!~bob@127.0.0.1 JOIN #four", lines[2]);
    }
}
