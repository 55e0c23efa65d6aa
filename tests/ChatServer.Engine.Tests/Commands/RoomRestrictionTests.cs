using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>What modes beyond those of RFC 1459 do, as clients see it.</summary>
public sealed class RoomRestrictionTests
{
    [Theory]
    [InlineData("C", "\u0001VERSION\u0001", "CTCP is not taken here (+C)")]
    [InlineData("c", "\u000304red", "Colours and formatting are not taken here (+c)")]
    [InlineData("M", "hello", "Only users with an account may speak here (+M)")]
    public async Task A_message_that_a_mode_forbids_is_refused_with_the_mode(string mode, string text, string reason)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync($"MODE #room +{mode}");
        await clients[1].SyncAsync();

        var answer = await clients[1].DoAsync($"PRIVMSG #room :{text}", $"NOTICE #room :{text}");
        Assert.Equal([$":test.example 404 bob #room :{reason}"], answer);
        Assert.Empty(await clients[0].SyncAsync());
    }

    [Fact]
    public async Task A_notice_is_dropped_in_silence_where_there_are_none()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("MODE #room +T");
        await clients[1].SyncAsync();

        Assert.Empty(await clients[1].DoAsync("NOTICE #room :hello", "PRIVMSG #room :hello"));
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG #room :hello"], await clients[0].SyncAsync());
    }

    [Theory]
    [InlineData("R", ":test.example 477 bob #room :You need to be logged in to an account")]
    [InlineData("z", ":test.example 489 bob #room :Cannot join channel (+z)")]
    public async Task A_door_that_is_closed_says_why(string mode, string reply)
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync($"MODE #room +{mode}");

        Assert.Equal([reply], await bob.DoAsync("JOIN #room"));
    }

    [Fact]
    public async Task Joins_are_throttled_and_go_on_when_the_period_is_over()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(clock: clock);
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        var carol = await server.RegisterAsync("carol");
        await alice.DoAsync("MODE #room +j 1:10");
        await bob.DoAsync("JOIN #room");

        Assert.Equal([":test.example 480 carol #room :Cannot join channel (+j), try again later"], await carol.DoAsync("JOIN #room"));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(":carol!~carol@127.0.0.1 JOIN #room", (await carol.DoAsync("JOIN #room"))[0]);
    }

    // Forwarding

    [Fact]
    public async Task Who_may_not_join_is_sent_to_the_other_room()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #lobby");
        Assert.Equal([":alice!~alice@127.0.0.1 MODE #room +if #lobby"], await alice.DoAsync("MODE #room +if #lobby"));

        Assert.Equal(
            [":test.example 470 bob #room #lobby :Forwarding to another channel", ":bob!~bob@127.0.0.1 JOIN #lobby"],
            (await bob.DoAsync("JOIN #room")).Take(2));
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_room_that_has_gone_or_further_than_one()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #lobby,#garden", "MODE #room +if #lobby", "MODE #lobby +if #garden");

        Assert.Equal(
            [":test.example 470 bob #room #lobby :Forwarding to another channel", ":test.example 473 bob #lobby :Cannot join channel (+i)"],
            await bob.DoAsync("JOIN #room"));
        await alice.DoAsync("PART #lobby");
        Assert.Equal([":test.example 473 bob #room :Cannot join channel (+i)"], await bob.DoAsync("JOIN #room"));
    }

    [Fact]
    public async Task A_forward_needs_a_room_where_the_operator_is_one_too()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await server.RoomOfAsync("#bobs", "bob");

        Assert.Equal(
            [
                ":test.example 696 alice #room f #nowhere :Invalid mode parameter",
                ":test.example 482 alice #bobs :You're not channel operator",
                ":alice!~alice@127.0.0.1 MODE #room +m",
            ],
            await alice.DoAsync("MODE #room +f #nowhere", "MODE #room +fm #bobs"));
    }

    // Mutes and nicks

    [Fact]
    public async Task Who_is_muted_joins_and_is_not_heard_until_he_has_a_voice()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        Assert.Equal([":alice!~alice@127.0.0.1 MODE #room +b m:bob!*@*"], await clients[0].DoAsync("MODE #room +b ~mute:bob"));
        await clients[1].SyncAsync();

        Assert.Equal([":test.example 404 bob #room :Cannot send to channel"], await clients[1].DoAsync("PRIVMSG #room :mmh"));
        await clients[0].DoAsync("MODE #room +v bob");
        await clients[1].DoAsync("PRIVMSG #room :ah");
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG #room :ah"], await clients[0].SyncAsync());
    }

    [Fact]
    public async Task An_extended_mask_of_no_known_kind_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal([":test.example 696 alice #room b ~x:y :Invalid mode parameter"], await alice.DoAsync("MODE #room +b ~x:y"));
    }

    [Fact]
    public async Task Who_is_in_a_room_is_kept_out_of_another_unless_that_room_is_secret()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("JOIN #spam");
        await alice.DoAsync("MODE #room +b j:#spam");

        Assert.Equal([":test.example 474 bob #room :Cannot join channel (+b)"], await bob.DoAsync("JOIN #room"));
        await bob.DoAsync("MODE #spam +s");
        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #room", (await bob.DoAsync("JOIN #room"))[0]);
    }

    [Theory]
    [InlineData("+N", ":test.example 447 bob #room :Cannot change nickname while on this channel (+N)")]
    [InlineData("+b bob", ":test.example 437 bob #room :Cannot change nickname while banned on this channel")]
    public async Task A_nick_is_kept_where_a_room_says_so(string modes, string reply)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[1].DoAsync("JOIN #elsewhere");
        await clients[0].DoAsync($"MODE #room {modes}");
        await clients[1].SyncAsync();

        Assert.Equal([reply], await clients[1].DoAsync("NICK robert"));
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PART #room", ":bob!~bob@127.0.0.1 NICK robert"],
            await clients[1].DoAsync("PART #room", "NICK robert"));
    }

    [Fact]
    public async Task Nobody_is_kicked_where_nobody_is_kicked()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("MODE #room +Q");

        Assert.Equal(
            [":test.example 482 alice #room :Nobody is kicked out of this channel (+Q)"], await clients[0].DoAsync("KICK #room bob"));
    }

    // Who hears and sees whom

    [Fact]
    public async Task What_has_no_voice_is_heard_by_operators_alone_where_they_moderate()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        await clients[0].DoAsync("MODE #room +U");
        await clients[2].SyncAsync();

        await clients[1].DoAsync("PRIVMSG #room :may I?", "PRIVMSG +#room :anybody?");
        Assert.Equal(
            [":bob!~bob@127.0.0.1 PRIVMSG #room :may I?", ":bob!~bob@127.0.0.1 PRIVMSG +#room :anybody?"], await clients[0].SyncAsync());
        Assert.Empty(await clients[2].SyncAsync());
    }

    [Fact]
    public async Task In_an_auditorium_members_without_a_rank_do_not_notice_each_other()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#hall", "alice", "bob");
        await clients[0].DoAsync("MODE #hall +u");
        await clients[1].SyncAsync();

        var carol = await server.RegisterAsync("carol");
        var dora = await server.RegisterAsync("dora");
        await carol.DoAsync("JOIN #hall,#aside");
        await dora.DoAsync("JOIN #hall");
        await carol.DoAsync("NICK caroline", "PART #hall");
        var seenByOperator = await clients[0].DoAsync("KICK #hall dora :enough");
        Assert.Equal(":alice!~alice@127.0.0.1 KICK #hall dora :enough", seenByOperator[^1]);
        Assert.Empty(await clients[1].SyncAsync());
        Assert.Equal([":alice!~alice@127.0.0.1 KICK #hall dora :enough"], await dora.SyncAsync());
    }

    [Fact]
    public async Task In_an_auditorium_a_rank_shows_and_lets_see()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#hall", "alice", "bob", "carol");
        await clients[0].DoAsync("MODE #hall +u");
        foreach (var client in clients) await client.SyncAsync();

        Assert.Equal(":test.example 353 bob = #hall :@alice", (await clients[1].DoAsync("NAMES #hall"))[0]);
        Assert.Equal(2, (await clients[1].DoAsync("WHO #hall")).Count);
        Assert.DoesNotContain(await clients[1].DoAsync("WHOIS carol"), line => line.Contains("#hall", StringComparison.Ordinal));
        await clients[0].DoAsync("MODE #hall +v bob");
        await clients[1].SyncAsync();

        Assert.Equal(4, (await clients[1].DoAsync("WHO #hall")).Count);
        Assert.Contains(await clients[2].DoAsync("WHOIS bob"), line => line.EndsWith(":+#hall", StringComparison.Ordinal));
        await clients[2].DoAsync("NICK caroline");
        Assert.Equal([":carol!~carol@127.0.0.1 NICK caroline"], await clients[1].SyncAsync());
    }
}
