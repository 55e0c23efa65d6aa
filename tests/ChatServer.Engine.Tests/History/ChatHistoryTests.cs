using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.History;

/// <summary>CHATHISTORY. Source: IRCv3 draft/chathistory, draft/event-playback.</summary>
public sealed class ChatHistoryTests
{
    private static readonly string[] Modern = ["draft/chathistory", "batch", "message-tags", "server-time", "echo-message"];

    [Fact]
    public async Task Messages_of_a_room_come_back_exactly_as_they_were_sent_in_one_batch()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #Room");
        var said = await alice.DoAsync("@+mood=happy PRIVMSG #room :hello", "NOTICE #room :careful", "PRIVMSG #room :bye");

        var batch = await alice.DoAsync("CHATHISTORY LATEST #room * 10");

        Assert.Equal("BATCH +1 chathistory #Room", Untagged(batch[0]));
        Assert.Equal("BATCH -1", Untagged(batch[^1]));
        Assert.Equal(said.Select(line => "@batch=1;" + line[1..]), batch[1..^1]);
    }

    [Fact]
    public async Task Who_joins_later_reads_what_was_said_before()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var said = await alice.DoAsync("JOIN #room", "PRIVMSG #room :first", "PRIVMSG #room :second");
        var bob = await server.RegisterAsync("bob", Modern);
        await bob.DoAsync("JOIN #room");

        Assert.Equal(["second"], Texts(await bob.DoAsync($"CHATHISTORY AFTER #room msgid={IdOf(said[^2])} 10")));
        Assert.Equal(["first"], Texts(await bob.DoAsync($"CHATHISTORY BEFORE #room msgid={IdOf(said[^1])} 10")));
    }

    [Fact]
    public async Task A_batch_with_nothing_in_it_is_empty()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #room");

        Assert.Equal(
            ["BATCH +1 chathistory #room", "BATCH -1"], (await alice.DoAsync("CHATHISTORY LATEST #room * 10")).Select(Untagged));
    }

    [Fact]
    public async Task A_labelled_answer_is_one_batch_that_carries_the_label()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "draft/chathistory", "batch", "labeled-response");
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :hello");

        Assert.Equal(
            [
                "@label=x :test.example BATCH +2 chathistory #room",
                "@batch=2 :alice!~alice@127.0.0.1 PRIVMSG #room :hello",
                ":test.example BATCH -2",
            ],
            await alice.DoAsync("@label=x CHATHISTORY LATEST #room * 10"));
        Assert.StartsWith("@label=y :test.example FAIL ", Assert.Single(await alice.DoAsync("@label=y CHATHISTORY LATEST #none * 10")));
    }

    [Fact]
    public async Task A_client_without_batches_gets_the_lines_alone()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "draft/chathistory");
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :hello");

        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #room :hello"], await alice.DoAsync("CHATHISTORY LATEST #room * 10"));
    }

    [Fact]
    public async Task Events_are_played_back_to_those_who_want_them()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "draft/chathistory", "draft/event-playback", "message-tags");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room", "MODE #room +m", "MODE #room -m", "TOPIC #room :news");
        await bob.DoAsync("JOIN #room", "NICK bobby", "PRIVMSG #room :hello", "PART #room :later", "JOIN #room");
        await alice.DoAsync("@+draft/react=x TAGMSG #room", "@+typing=active TAGMSG #room", "KICK #room bobby :out");
        await bob.DoAsync("JOIN #room");
        await bob.SendAsync("QUIT :gone");
        await bob.ReadToEndAsync();
        await alice.SyncAsync();

        Assert.Equal(
            [
                "JOIN #room", "MODE #room +m", "MODE #room -m", "TOPIC #room :news", "JOIN #room", "NICK bobby", "PRIVMSG #room :hello",
                "PART #room :later", "JOIN #room", "TAGMSG #room", "KICK #room bobby :out", "JOIN #room", "QUIT :Quit: gone",
            ],
            (await alice.DoAsync("CHATHISTORY LATEST #room * 50")).Select(Untagged));
    }

    [Fact]
    public async Task Without_event_playback_only_messages_are_read_and_counted()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :one", "PRIVMSG #room :two", "TOPIC #room :news", "@+draft/react=x TAGMSG #room");

        Assert.Equal(["two"], Texts(await alice.DoAsync("CHATHISTORY LATEST #room * 1")));
    }

    [Fact]
    public async Task Messages_to_some_ranks_of_a_room_are_not_kept()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #room", "PRIVMSG @#room :between us", "PRIVMSG #room :for all");

        Assert.Equal(["for all"], Texts(await alice.DoAsync("CHATHISTORY LATEST #room * 10")));
    }

    [Fact]
    public async Task No_more_messages_are_given_than_the_server_allows()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { History = new HistorySettings { MaxMessagesPerRequest = 2 } });
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :one", "PRIVMSG #room :two", "PRIVMSG #room :three");

        Assert.Equal(["two", "three"], Texts(await alice.DoAsync("CHATHISTORY LATEST #room * 50")));
        Assert.Contains(await alice.DoAsync("VERSION"), line => line.Contains(" CHATHISTORY=2 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_members_read_the_history_of_a_room()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var eve = await server.RegisterAsync("eve", "draft/chathistory");
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :secret");

        const string Refused = ":test.example FAIL CHATHISTORY INVALID_TARGET LATEST #room :Messages could not be retrieved";
        Assert.Equal([Refused], await eve.DoAsync("CHATHISTORY LATEST #room * 10"));
        Assert.Equal([Refused.Replace("#room", "#none", StringComparison.Ordinal)], await eve.DoAsync("CHATHISTORY LATEST #none * 10"));
        await eve.DoAsync("JOIN #room", "PART #room");
        Assert.Equal([Refused], await eve.DoAsync("CHATHISTORY LATEST #room * 10"));
    }

    [Fact]
    public async Task The_next_room_of_a_name_has_a_history_of_its_own()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :secret", "PART #room");
        var eve = await server.RegisterAsync("eve", Modern);
        await eve.DoAsync("JOIN #room");

        Assert.Empty(Texts(await eve.DoAsync("CHATHISTORY LATEST #room * 10")));
    }

    [Theory]
    [InlineData("", "INVALID_PARAMS * :Insufficient parameters")]
    [InlineData("LATEST #room *", "INVALID_PARAMS LATEST :Insufficient parameters")]
    [InlineData("between #room * 10", "INVALID_PARAMS BETWEEN :Insufficient parameters")]
    [InlineData("LATEST #room * 10 10", "INVALID_PARAMS LATEST :Too many parameters")]
    [InlineData("OLDEST #room * 10", "INVALID_PARAMS OLDEST :Unknown command")]
    [InlineData("LATEST #room * many", "INVALID_PARAMS LATEST many :Invalid limit")]
    [InlineData("LATEST #room * 0", "INVALID_PARAMS LATEST 0 :Invalid limit")]
    [InlineData("LATEST #room * -1", "INVALID_PARAMS LATEST -1 :Invalid limit")]
    [InlineData("BEFORE #room * 10", "INVALID_PARAMS BEFORE * :Invalid reference")]
    [InlineData("BEFORE #room timestamp=yesterday 10", "INVALID_PARAMS BEFORE timestamp=yesterday :Invalid timestamp")]
    [InlineData("BEFORE #room uid=1 10", "INVALID_MSGREFTYPE BEFORE #room :Messages are referred to by timestamp= or msgid=")]
    [InlineData("TARGETS msgid=a msgid=b 10", "INVALID_PARAMS TARGETS msgid=a :Invalid reference")]
    [InlineData("AFTER #room msgid=unknown 10", "MESSAGE_ERROR AFTER #room :No message with this id is kept")]
    [InlineData("AFTER #room msgid=0123456789abcde! 10", "MESSAGE_ERROR AFTER #room :No message with this id is kept")]
    [InlineData("LATEST nobody * 10", "INVALID_TARGET LATEST nobody :Messages could not be retrieved")]
    [InlineData("LATEST 1+1 * 10", "INVALID_TARGET LATEST 1+1 :Messages could not be retrieved")]
    public async Task What_makes_no_sense_is_refused_with_a_reason(string arguments, string reason)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "draft/chathistory");
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :hello");

        Assert.Equal([$":test.example FAIL CHATHISTORY {reason}"], await alice.DoAsync("CHATHISTORY " + arguments));
    }

    [Fact]
    public async Task Who_asks_without_having_negotiated_it_is_answered_in_bare_lines()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :hello");

        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #room :hello"], await alice.DoAsync("CHATHISTORY LATEST #room * 10"));
    }

    [Fact]
    public async Task Where_no_history_is_kept_there_is_no_such_command()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { History = new HistorySettings { Enabled = false } });
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 421 alice CHATHISTORY :Unknown command"], await alice.DoAsync("CHATHISTORY LATEST #room * 10"));
        Assert.EndsWith(" NAK :draft/chathistory", Assert.Single(await alice.DoAsync("CAP REQ draft/chathistory")));
    }

    [Fact]
    public async Task Two_users_read_the_same_talk_in_the_same_order()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob", Modern);
        var said = await alice.DoAsync("PRIVMSG bob :hello");
        await bob.SyncAsync();
        said.AddRange(await bob.DoAsync("PRIVMSG alice :hi"));
        await alice.SyncAsync();
        said.AddRange(await alice.DoAsync("NOTICE bob :news"));
        await bob.SyncAsync();

        var forAlice = await alice.DoAsync("CHATHISTORY LATEST BOB * 10");
        var forBob = await bob.DoAsync("CHATHISTORY LATEST alice * 10");

        Assert.Equal("BATCH +1 chathistory BOB", Untagged(forAlice[0]));
        Assert.Equal(said.Select(line => "@batch=1;" + line[1..]), forAlice[1..^1]);
        Assert.Equal(forAlice[1..^1], forBob[1..^1]);
    }

    [Fact]
    public async Task Nobody_else_reads_the_talk_of_two_users()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob", Modern);
        var eve = await server.RegisterAsync("eve", Modern);
        await alice.DoAsync("PRIVMSG bob :secret");

        Assert.Empty(Texts(await eve.DoAsync("CHATHISTORY LATEST alice * 10", "CHATHISTORY LATEST bob * 10")));
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();
        await eve.DoAsync("NICK bob");
        Assert.Empty(Texts(await eve.DoAsync("CHATHISTORY LATEST alice * 10", "CHATHISTORY LATEST bob * 10")));
    }

    [Fact]
    public async Task Talk_follows_a_user_to_his_new_nick_and_outlives_him_for_his_partner()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob", Modern);
        await alice.DoAsync("PRIVMSG bob :hello");
        await bob.DoAsync("NICK robert");

        Assert.Equal(["hello"], Texts(await alice.DoAsync("CHATHISTORY LATEST robert * 10")));
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();
        Assert.Equal(["hello"], Texts(await alice.DoAsync("CHATHISTORY LATEST robert * 10")));
    }

    [Fact]
    public async Task What_one_says_to_himself_is_kept_once()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("PRIVMSG alice :note to self");

        Assert.Equal(["note to self"], Texts(await alice.DoAsync("CHATHISTORY LATEST alice * 10")));
    }

    [Fact]
    public async Task TARGETS_lists_rooms_and_partners_by_the_time_of_their_last_message()
    {
        var clock = new SteppingClock();
        await using var server = await TestServer.StartAsync(clock: clock);
        var alice = await server.RegisterAsync("alice", "draft/chathistory", "batch");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #late,#early,#empty", "PRIVMSG #early :hello");
        clock.Step();
        await bob.DoAsync("PRIVMSG alice :hello");
        clock.Step();
        await alice.DoAsync("PRIVMSG #late :hello", "TOPIC #early :no message");
        await alice.SyncAsync();

        const string Ever = "timestamp=2020-01-01T00:00:00.000Z timestamp=2262-01-01T00:00:00.000Z";
        Assert.Equal(
            [
                "BATCH +1 draft/chathistory-targets",
                "CHATHISTORY TARGETS #early 2026-01-01T00:00:00.000Z",
                "CHATHISTORY TARGETS bob 2026-01-01T00:01:00.000Z",
                "CHATHISTORY TARGETS #late 2026-01-01T00:02:00.000Z",
                "BATCH -1",
            ],
            (await alice.DoAsync($"CHATHISTORY TARGETS {Ever} 10")).Select(Untagged));
        Assert.Equal(["#early", "bob"], Names(await alice.DoAsync($"CHATHISTORY TARGETS {Ever} 2")));
        Assert.Equal(
            ["bob"],
            Names(await alice.DoAsync("CHATHISTORY TARGETS timestamp=2026-01-01T00:02:00.000Z timestamp=2026-01-01T00:00:00.000Z 5")));
    }

    [Fact]
    public async Task Of_many_partners_those_who_have_been_quiet_longest_are_forgotten()
    {
        var clock = new SteppingClock();
        await using var server = await TestServer.StartAsync(
            settings => settings with { History = new HistorySettings { MaxMessagesPerRequest = 1000 } }, clock);
        var alice = await server.RegisterAsync("alice", "draft/chathistory");
        var bob = await server.RegisterAsync("bob");
        for (var i = 0; i <= Engine.History.DirectHistoryActor.MostConversations; i++)
        {
            await bob.DoAsync("PRIVMSG alice :hello");
            await bob.SendAsync("QUIT");
            await bob.ReadToEndAsync();
            clock.Step();
            bob = await server.RegisterAsync($"bob{i}");
        }

        await alice.SyncAsync();
        const string Ever = "timestamp=2020-01-01T00:00:00.000Z timestamp=2262-01-01T00:00:00.000Z";
        var partners = Names(await alice.DoAsync($"CHATHISTORY TARGETS {Ever} 1000")).ToList();
        Assert.Equal(Engine.History.DirectHistoryActor.MostConversations, partners.Count);
        Assert.DoesNotContain("bob", partners);
        Assert.Equal("bob0", partners[0]);
    }

    private static string Untagged(string line)
    {
        var message = IrcMessage.Parse(line);
        var text = message.Params.Length > 0 && HasTrailing(line) ? message.Params[..^1].Append(":" + message.Params[^1]) : message.Params;
        return string.Join(' ', text.Prepend(message.Verb));
    }

    private static bool HasTrailing(string line) => line[line.IndexOf(' ', StringComparison.Ordinal)..].TrimStart()
        .Split(' ').Skip(1).Any(word => word.StartsWith(':'));

    private static IEnumerable<string> Texts(IEnumerable<string> lines) =>
        lines.Select(IrcMessage.Parse).Where(message => message.Verb is "PRIVMSG" or "NOTICE").Select(message => message.Params[1]);

    private static IEnumerable<string> Names(IEnumerable<string> lines) =>
        lines.Select(IrcMessage.Parse).Where(message => message.Verb == "CHATHISTORY").Select(message => message.Params[1]);

    private static string IdOf(string line) => IrcMessage.Parse(line).Tags["msgid"];

    private sealed class SteppingClock : TimeProvider
    {
        private long _steps;

        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Volatile.Read(ref _steps));

        public void Step() => Interlocked.Increment(ref _steps);
    }
}
