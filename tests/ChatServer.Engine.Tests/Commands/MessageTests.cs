using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>PRIVMSG and NOTICE. Source: Modern, Sending Messages.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("NOTICE")]
    public async Task A_message_reaches_all_other_members_of_a_room(string verb)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");

        Assert.Empty(await clients[0].DoAsync($"{verb} #ROOM :hello there"));
        Assert.Equal([$":alice!~alice@127.0.0.1 {verb} #room :hello there"], await clients[1].SyncAsync());
        Assert.Equal([$":alice!~alice@127.0.0.1 {verb} #room :hello there"], await clients[2].SyncAsync());
    }

    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("NOTICE")]
    public async Task A_message_reaches_a_user_by_his_nick_in_any_case(string verb)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Empty(await alice.DoAsync($"{verb} BOB :psst"));
        Assert.Equal([$":alice!~alice@127.0.0.1 {verb} bob :psst"], await bob.SyncAsync());
    }

    [Theory]
    [InlineData("\u0001ACTION waves\u0001")]
    [InlineData("  spaces   kept  ")]
    [InlineData(":colon first")]
    [InlineData("\u0002bold\u000f \u000304red\u0003 ✓ 漢字 \U0001F600")]
    public async Task Text_arrives_as_it_was_sent(string text)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([$":alice!~alice@127.0.0.1 PRIVMSG alice :{text}"], await alice.DoAsync($"PRIVMSG alice :{text}"));
    }

    [Fact]
    public async Task A_source_that_a_client_writes_is_ignored()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG alice :hi"], await alice.DoAsync(":bob!b@b PRIVMSG alice :hi"));
    }

    [Fact]
    public async Task Several_targets_are_each_sent_to_and_each_judged_by_itself()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        Assert.Equal(
            [":test.example 401 alice nobody :No such nick/channel"],
            await clients[0].DoAsync("PRIVMSG #room,nobody,carol :hi"));
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #room :hi"], await clients[1].SyncAsync());
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG carol :hi"], await carol.SyncAsync());
    }

    [Fact]
    public async Task Targets_beyond_the_limit_are_refused_once_and_get_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var names = new[] { "b1", "b2", "b3", "b4", "b5", "b6" };
        var others = new List<TestClient>();
        foreach (var name in names) others.Add(await server.RegisterAsync(name));

        Assert.Equal([":test.example 407 alice b5 :Too many targets"], await alice.DoAsync("PRIVMSG b1,b2,b3,b4,b5,b6 :hi"));
        Assert.Empty(await alice.DoAsync("NOTICE b1,b2,b3,b4,b5,b6 :hi"));
        foreach (var other in others.Take(4)) Assert.Equal(2, (await other.SyncAsync()).Count);
        foreach (var other in others.Skip(4)) Assert.Empty(await other.SyncAsync());
    }

    [Theory]
    [InlineData("PRIVMSG", ":test.example 411 alice :No recipient given")]
    [InlineData("PRIVMSG bob", ":test.example 412 alice :No text to send")]
    [InlineData("PRIVMSG bob :", ":test.example 412 alice :No text to send")]
    [InlineData("PRIVMSG nobody :hi", ":test.example 401 alice nobody :No such nick/channel")]
    [InlineData("PRIVMSG no.nick :hi", ":test.example 401 alice no.nick :No such nick/channel")]
    [InlineData("PRIVMSG #none :hi", ":test.example 403 alice #none :No such channel")]
    [InlineData("PRIVMSG #a\abell :hi", ":test.example 403 alice #a\abell :No such channel")]
    public async Task A_message_that_goes_nowhere_is_reported(string line, string reply)
    {
        await using var server = await TestServer.StartAsync();
        await server.RegisterAsync("bob");
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([reply], await alice.DoAsync(line));
    }

    [Theory]
    [InlineData("NOTICE")]
    [InlineData("NOTICE bob")]
    [InlineData("NOTICE bob :")]
    [InlineData("NOTICE nobody :hi")]
    [InlineData("NOTICE no.nick :hi")]
    [InlineData("NOTICE #none :hi")]
    [InlineData("NOTICE #closed :hi")]
    [InlineData("NOTICE away :hi")]
    public async Task A_NOTICE_is_never_answered(string line)
    {
        await using var server = await TestServer.StartAsync();
        await server.RoomOfAsync("#closed", "bob");
        await (await server.RegisterAsync("away")).DoAsync("AWAY :gone");
        var alice = await server.RegisterAsync("alice");

        Assert.Empty(await alice.DoAsync(line));
    }

    [Fact]
    public async Task One_who_is_away_still_gets_the_message_and_its_sender_is_told()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("AWAY :gone fishing");

        Assert.Equal([":test.example 301 alice bob :gone fishing"], await alice.DoAsync("PRIVMSG bob :hi"));
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG bob :hi"], await bob.SyncAsync());
    }

    // Rooms that do not listen to everybody

    [Theory]
    [InlineData("+m", "member")]
    [InlineData("+b *!~member@*", "member")]
    [InlineData("+n", "outsider")]
    public async Task A_room_that_does_not_listen_to_the_sender_answers_404(string modes, string who)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "member");
        var speaker = who == "member" ? clients[1] : await server.RegisterAsync(who);
        await clients[0].DoAsync("MODE #room -n", $"MODE #room {modes}");
        await speaker.SyncAsync();

        Assert.Equal([$":test.example 404 {who} #room :Cannot send to channel"], await speaker.DoAsync("PRIVMSG #room :hi"));
        Assert.Empty(await clients[0].SyncAsync());
    }

    [Fact]
    public async Task An_outsider_may_speak_to_a_room_without_mode_n()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE #room -n");

        Assert.Empty(await bob.DoAsync("PRIVMSG #room :hi"));
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG #room :hi"], await alice.SyncAsync());
    }

    [Fact]
    public async Task A_secret_room_does_not_betray_itself_to_one_who_speaks_from_outside()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +s");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal([":test.example 403 bob #room :No such channel"], await bob.DoAsync("PRIVMSG #room :hi"));
    }

    // STATUSMSG

    [Theory]
    [InlineData("~", "")]
    [InlineData("&", "")]
    [InlineData("@", "op")]
    [InlineData("%", "op half")]
    [InlineData("+", "op half voice")]
    public async Task A_message_to_a_rank_reaches_that_rank_and_above(string prefix, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "op", "half", "voice", "plain", "speaker");
        await clients[0].DoAsync("MODE #room +hv half voice");
        foreach (var client in clients) await client.SyncAsync();

        Assert.Empty(await clients[4].DoAsync($"PRIVMSG {prefix}#ROOM :for some"));

        var heard = new List<string>();
        foreach (var (client, name) in clients.Zip(["op", "half", "voice", "plain"]))
        {
            var lines = await client.SyncAsync();
            if (lines.Count > 0) heard.Add(name);
            Assert.All(lines, line => Assert.Equal($":speaker!~speaker@127.0.0.1 PRIVMSG {prefix}#room :for some", line));
        }

        Assert.Equal(expected, string.Join(' ', heard));
    }

    // 417

    [Fact]
    public async Task Text_that_would_not_fit_the_line_others_get_is_refused_and_not_cut()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        var longest = new string('x', 510 - ":alice!~alice@127.0.0.1 PRIVMSG #room :".Length);

        Assert.Empty(await clients[0].DoAsync($"PRIVMSG #room :{longest}"));
        Assert.Equal([":test.example 417 alice :Input line was too long"], await clients[0].DoAsync($"PRIVMSG #room :{longest}x"));
        Assert.Empty(await clients[0].DoAsync($"NOTICE #room :{longest}xx"));
        Assert.Equal([$":alice!~alice@127.0.0.1 PRIVMSG #room :{longest}"], await clients[1].SyncAsync());
    }

    [Fact]
    public async Task A_line_longer_than_512_bytes_is_refused_before_it_is_looked_at()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var fits = new string('x', 510 - "FOO ".Length);

        Assert.Equal([":test.example 421 alice FOO :Unknown command"], await alice.DoAsync($"FOO {fits}"));
        Assert.Equal([":test.example 417 alice :Input line was too long"], await alice.DoAsync($"FOO {fits}x"));
    }

    [Fact]
    public async Task A_line_that_never_ends_closes_the_connection()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.SendBytesAsync(new byte[(16 * 1024) + 1].Select(_ => (byte)'x').ToArray());

        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Line too long)"], await alice.ReadToEndAsync());
    }

    [Fact]
    public async Task What_is_said_to_a_nick_reaches_whoever_has_it_now()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob, carol) =
            (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"), await server.RegisterAsync("carol"));
        await alice.DoAsync("PRIVMSG bob :one", "PRIVMSG bob :two");
        Assert.Equal(["one", "two"], (await bob.SyncAsync()).Select(line => line[^3..]));

        await bob.DoAsync("NICK robert");
        Assert.Equal([":test.example 401 alice bob :No such nick/channel"], await alice.DoAsync("PRIVMSG bob :nobody hears"));
        await carol.DoAsync("NICK bob");
        Assert.Empty(await alice.DoAsync("PRIVMSG bob :for carol", "PRIVMSG robert :for robert"));
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG bob :for carol"], await carol.SyncAsync());
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG robert :for robert"], await bob.SyncAsync());

        await carol.SendAsync("QUIT");
        await carol.ReadToEndAsync();
        Assert.Equal([":test.example 401 alice bob :No such nick/channel"], await alice.DoAsync("PRIVMSG bob :gone"));
        await bob.DoAsync("NICK bob");
        Assert.Empty(await alice.DoAsync("PRIVMSG bob :back"));
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG bob :back"], await bob.SyncAsync());
    }
}
