using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.History;

/// <summary>Messages of several lines. Source: IRCv3 draft/multiline, client-batch.</summary>
public sealed class MultilineTests
{
    private static readonly string[] Modern = ["draft/multiline", "batch", "message-tags", "echo-message", "labeled-response"];

    [Fact]
    public async Task A_batch_that_stays_open_for_too_long_is_given_up()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(clock: clock);
        var alice = await server.RegisterAsync("alice", "batch", "draft/multiline", "labeled-response");
        await alice.DoAsync("JOIN #room", "@label=x BATCH +b draft/multiline #room", "@batch=b PRIVMSG #room :one");

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(await alice.SyncAsync());
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("@label=x :test.example FAIL BATCH TIMEOUT b :The batch was open for too long", await alice.ReadLineAsync());
        Assert.Empty(await alice.DoAsync("@batch=b PRIVMSG #room :two", "BATCH -b", "PRIVMSG #room :after"));
    }

    [Fact]
    public async Task A_batch_that_was_closed_in_time_leaves_no_timer_behind()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(clock: clock);
        var alice = await server.RegisterAsync("alice", "batch", "draft/multiline");
        await alice.DoAsync("JOIN #room", "BATCH +b draft/multiline #room", "@batch=b PRIVMSG #room :one", "BATCH -b");

        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Empty(await alice.SyncAsync());
    }

    [Fact]
    public async Task A_message_of_several_lines_is_a_batch_for_those_who_know_it()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = await RoomAsync(server, Modern);

        var echo = await alice.DoAsync(
            "@label=x;+mood=happy BATCH +1 draft/multiline #room",
            "@batch=1 PRIVMSG #room :",
            "@batch=1 PRIVMSG #room :how is ",
            "@batch=1;draft/multiline-concat PRIVMSG #room :everyone?",
            "BATCH -1");
        var relay = await bob.SyncAsync();

        var opening = IrcMessage.Parse(relay[0]);
        var reference = opening.Params[0][1..];
        Assert.Equal(["+" + reference, "draft/multiline", "#room"], opening.Params.AsEnumerable());
        Assert.Equal(["+mood", "msgid"], opening.Tags.Keys.Order());
        Assert.Equal(
            [
                $"@batch={reference} :alice!~alice@127.0.0.1 PRIVMSG #room :",
                $"@batch={reference} :alice!~alice@127.0.0.1 PRIVMSG #room :how is ",
                $"@batch={reference};draft/multiline-concat :alice!~alice@127.0.0.1 PRIVMSG #room :everyone?",
                $":alice!~alice@127.0.0.1 BATCH -{reference}",
            ],
            relay[1..]);
        Assert.Equal("@label=x;" + relay[0][1..], echo[0]);
        Assert.Equal(relay[1..], echo[1..]);
    }

    [Fact]
    public async Task Others_get_it_line_by_line_without_empty_ones_and_the_id_on_the_first()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = await RoomAsync(server, ["message-tags", "server-time"]);
        await alice.DoAsync(
            "@+mood=happy BATCH +1 draft/multiline #room", "@batch=1 NOTICE #room :", "@batch=1 NOTICE #room :one",
            "@batch=1 NOTICE #room :two",
            "BATCH -1");

        var relay = (await bob.SyncAsync()).Select(IrcMessage.Parse).ToList();

        Assert.Equal(["NOTICE #room one", "NOTICE #room two"], relay.Select(line => $"{line.Verb} {string.Join(' ', line.Params)}"));
        Assert.Equal(["+mood", "msgid", "time"], relay[0].Tags.Keys.Order());
        Assert.Equal(["+mood", "time"], relay[1].Tags.Keys.Order());
        Assert.Equal(relay[0].Tags["time"], relay[1].Tags["time"]);
    }

    // "consider the impact of relaying a large multiline batch. In particular, the potential to exhaust client send queue budgets"
    [Fact]
    public async Task Those_without_the_capability_hear_little_more_than_was_said()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = await RoomAsync(server, ["message-tags"]);
        string[] batch =
        [
            $"@+mood={new string('x', 4000)} BATCH +1 draft/multiline #room",
            .. Enumerable.Repeat("@batch=1 PRIVMSG #room :hello", 32),
            "BATCH -1",
        ];
        await alice.DoAsync(batch);

        Assert.InRange((await bob.SyncAsync()).Sum(line => line.Length), 4000, 2 * batch.Sum(line => line.Length));
    }

    [Fact]
    public async Task It_goes_to_a_user_too_and_an_away_reply_stands_beside_it_in_a_labelled_answer()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("AWAY :lunch");

        var answer = await alice.DoAsync(
            "@label=x BATCH +1 draft/multiline bob", "@batch=1 PRIVMSG bob :one", "@batch=1 PRIVMSG bob :two", "BATCH -1");

        Assert.Equal("@label=x :test.example BATCH +1 labeled-response", answer[0]);
        Assert.StartsWith("@batch=1;msgid=", answer[1]);
        Assert.StartsWith("@batch=m", answer[2]);
        Assert.StartsWith("@batch=1 :test.example 301 ", answer[^2]);
        Assert.Equal(":test.example BATCH -1", answer[^1]);
        Assert.Equal(2, (await bob.SyncAsync()).Count);
    }

    [Fact]
    public async Task History_keeps_it_as_one_message()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", [.. Modern, "draft/chathistory"]);
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :before");
        var echo = await alice.DoAsync(
            "BATCH +1 draft/multiline #room", "@batch=1 PRIVMSG #room :one", "@batch=1 PRIVMSG #room :two", "BATCH -1");

        var batch = await alice.DoAsync("CHATHISTORY LATEST #room * 1");

        Assert.Equal("@batch=1;" + echo[0][1..], batch[1]);
        Assert.Equal(echo[1..], batch[2..^1]);
        Assert.Equal(":test.example BATCH -1", batch[^1]);
    }

    [Theory]
    [InlineData("MULTILINE_INVALID_TARGET #room #other :All lines go to the batch's target", "@batch=1 PRIVMSG #other :hello")]
    [InlineData("MULTILINE_INVALID :Nothing but the open batch may be sent", "PRIVMSG #room :hello")]
    [InlineData("MULTILINE_INVALID :Nothing but the open batch may be sent", "@batch=2 PRIVMSG #room :hello")]
    [InlineData("MULTILINE_INVALID :An empty line can't be joined to the one before", "@batch=1;draft/multiline-concat PRIVMSG #room :")]
    [InlineData("MULTILINE_INVALID :All lines of the batch are empty", "@batch=1 PRIVMSG #room :", "BATCH -1")]
    [InlineData("MULTILINE_INVALID :All lines of the batch are empty", "BATCH -1")]
    [InlineData("MULTILINE_MAX_LINES 2 :The message has too many lines",
        "@batch=1 PRIVMSG #room :a", "@batch=1 PRIVMSG #room :b", "@batch=1 PRIVMSG #room :c")]
    [InlineData(
        "MULTILINE_MAX_BYTES 20 :The message is too long", "@batch=1 PRIVMSG #room :0123456789", "@batch=1 PRIVMSG #room :0123456789")]
    public async Task What_is_wrong_with_a_batch_is_said_once_and_nothing_of_it_is_delivered(string reason, params string[] lines)
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Limits = settings.Limits with { MultilineBytes = 20, MultilineLines = 2 } });
        var (alice, bob) = await RoomAsync(server, Modern);

        await alice.SendAsync("@label=x BATCH +1 draft/multiline #room");
        Assert.Equal([$"@label=x :test.example FAIL BATCH {reason}"], await alice.DoAsync(lines));
        if (lines[^1] != "BATCH -1") Assert.Empty(await alice.DoAsync("@batch=1 PRIVMSG #room :late", "BATCH -1"));
        Assert.Empty(await bob.SyncAsync());
    }

    [Theory]
    [InlineData("@batch=1 NOTICE #room :mixed")]
    [InlineData("@batch=1 TAGMSG #room")]
    [InlineData("@batch=1;+mood=happy PRIVMSG #room :tagged")]
    [InlineData("@batch=1 PRIVMSG #room")]
    [InlineData("@batch=1 BATCH +2 draft/multiline #room")]
    public async Task A_batch_holds_messages_of_one_kind_without_tags_of_their_own(string line)
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = await RoomAsync(server, Modern);

        var answer = await alice.DoAsync("BATCH +1 draft/multiline #room", "@batch=1 PRIVMSG #room :hello", line, "BATCH -1");

        Assert.Contains("FAIL BATCH MULTILINE_INVALID :", Assert.Single(answer), StringComparison.Ordinal);
        Assert.Empty(await bob.SyncAsync());
    }

    [Theory]
    [InlineData("BATCH +1 example/type #room", "UNKNOWN_TYPE 1 example/type :There is no such type of batch")]
    [InlineData("BATCH +1", "UNKNOWN_TYPE 1 * :There is no such type of batch")]
    [InlineData("BATCH +a_b draft/multiline #room", "INVALID_REFTAG +a_b :No batch can be opened, or is open, by this name")]
    [InlineData("BATCH -1", "INVALID_REFTAG -1 :No batch can be opened, or is open, by this name")]
    [InlineData("BATCH +1 draft/multiline", "MULTILINE_INVALID :A multiline batch has one target")]
    public async Task A_batch_that_can_not_be_opened_is_refused(string command, string reason)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);

        Assert.Equal([$":test.example FAIL BATCH {reason}"], await alice.DoAsync(command));
    }

    [Fact]
    public async Task A_line_too_long_to_be_read_spoils_the_batch()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = await RoomAsync(server, Modern);

        var answer = await alice.DoAsync(
            "BATCH +1 draft/multiline #room", "@batch=1 PRIVMSG #room :" + new string('x', 600), "@batch=1 PRIVMSG #room :rest",
            "BATCH -1");

        Assert.Equal(2, answer.Count);
        Assert.Contains(" 417 ", answer[0], StringComparison.Ordinal);
        Assert.Contains("FAIL BATCH MULTILINE_INVALID :", answer[1], StringComparison.Ordinal);
        Assert.Empty(await bob.SyncAsync());
    }

    [Fact]
    public async Task Without_the_capability_there_is_no_such_command()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 421 alice BATCH :Unknown command"], await alice.DoAsync("BATCH +1 draft/multiline #room"));
    }

    private static async Task<(TestClient Alice, TestClient Bob)> RoomAsync(TestServer server, string[] capabilitiesOfBob)
    {
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob", capabilitiesOfBob);
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room");
        await alice.SyncAsync();
        return (alice, bob);
    }
}
