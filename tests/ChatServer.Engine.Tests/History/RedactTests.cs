using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.History;

/// <summary>REDACT. Source: IRCv3 draft/message-redaction.</summary>
public sealed class RedactTests
{
    private static readonly string[] Modern = ["draft/message-redaction", "draft/chathistory", "message-tags", "echo-message"];

    [Fact]
    public async Task What_its_author_takes_back_is_gone_from_history_and_those_who_understand_are_told()
    {
        await using var server = await TestServer.StartAsync();
        var (_, bob, id) = await RoomWhereBobSpeaksAsync(server);
        var carol = await server.RegisterAsync("carol");
        var dave = await server.RegisterAsync("dave", Modern);
        await carol.DoAsync("JOIN #room");
        await dave.DoAsync("JOIN #room");
        await carol.SyncAsync();
        await bob.SyncAsync();

        var echo = Assert.Single(await bob.DoAsync($"REDACT #ROOM {id} :wrong room"));

        Assert.EndsWith($" :bob!~bob@127.0.0.1 REDACT #room {id} :wrong room", echo);
        Assert.Equal([echo], await dave.SyncAsync());
        Assert.Empty(await carol.SyncAsync());
        Assert.Empty(await bob.DoAsync("CHATHISTORY LATEST #room * 10"));
        Assert.Equal(
            [$":test.example FAIL REDACT UNKNOWN_MSGID #room {id} :This message does not exist or is too old"],
            await bob.DoAsync($"REDACT #room {id}"));
    }

    [Fact]
    public async Task An_operator_of_the_room_takes_back_what_others_said()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob, id) = await RoomWhereBobSpeaksAsync(server);

        Assert.EndsWith($" :alice!~alice@127.0.0.1 REDACT #room {id}", Assert.Single(await alice.DoAsync($"REDACT #room {id}")));
        Assert.Single(await bob.SyncAsync());
    }

    [Fact]
    public async Task Nobody_else_takes_back_what_others_said()
    {
        await using var server = await TestServer.StartAsync();
        var (_, bob, id) = await RoomWhereBobSpeaksAsync(server);
        var carol = await server.RegisterAsync("carol", Modern);

        Assert.Equal(
            [":test.example FAIL REDACT INVALID_TARGET #room :You cannot delete messages from there"],
            await carol.DoAsync($"REDACT #room {id}"));
        await carol.DoAsync("JOIN #room");
        await bob.SyncAsync();
        Assert.Equal(
            [$":test.example FAIL REDACT REDACT_FORBIDDEN #room {id} :You are not authorised to delete this message"],
            await carol.DoAsync($"REDACT #room {id}"));
        Assert.Empty(await bob.SyncAsync());
    }

    [Fact]
    public async Task Authors_take_nothing_back_when_the_server_does_not_allow_it()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { History = new HistorySettings { AllowDelete = false } });
        var (alice, bob, id) = await RoomWhereBobSpeaksAsync(server);
        var direct = IdOf(Assert.Single(await bob.DoAsync("PRIVMSG alice :hello")));

        Assert.Contains(" REDACT_FORBIDDEN ", Assert.Single(await bob.DoAsync($"REDACT #room {id}")), StringComparison.Ordinal);
        Assert.Contains(" REDACT_FORBIDDEN ", Assert.Single(await bob.DoAsync($"REDACT alice {direct}")), StringComparison.Ordinal);
        await alice.SyncAsync();
        Assert.Contains(" REDACT #room ", Assert.Single(await alice.DoAsync($"REDACT #room {id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_messages_can_be_taken_back()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var joined = IdOf((await alice.DoAsync("JOIN #room"))[0]);

        Assert.Contains(" UNKNOWN_MSGID ", Assert.Single(await alice.DoAsync($"REDACT #room {joined}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_message_is_taken_back_by_its_author_only()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob", Modern);
        var id = IdOf(Assert.Single(await alice.DoAsync("PRIVMSG bob :hello")));
        await bob.SyncAsync();

        Assert.Contains(" REDACT_FORBIDDEN ", Assert.Single(await bob.DoAsync($"REDACT alice {id}")), StringComparison.Ordinal);
        var echo = Assert.Single(await alice.DoAsync($"REDACT bob {id}"));
        Assert.EndsWith($" :alice!~alice@127.0.0.1 REDACT bob {id}", echo);
        Assert.Equal([echo], await bob.SyncAsync());
        Assert.Empty(await bob.DoAsync("CHATHISTORY LATEST alice * 10"));
    }

    [Theory]
    [InlineData("REDACT #none id", "FAIL REDACT INVALID_TARGET #none :You cannot delete messages from there")]
    [InlineData("REDACT nobody id", "FAIL REDACT UNKNOWN_MSGID nobody id :This message does not exist or is too old")]
    [InlineData("REDACT 1+1 id", "FAIL REDACT INVALID_TARGET 1+1 :You cannot delete messages from there")]
    [InlineData(
        "REDACT #room 0123456789abcde!",
        "FAIL REDACT UNKNOWN_MSGID #room 0123456789abcde! :This message does not exist or is too old")]
    [InlineData("REDACT #none", "461 alice REDACT :Not enough parameters")]
    public async Task What_can_not_be_found_is_refused(string command, string reply)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Modern);
        await alice.DoAsync("JOIN #room", "PRIVMSG #room :hello");

        Assert.Equal([":test.example " + reply], await alice.DoAsync(command));
    }

    [Fact]
    public async Task Without_the_capability_there_is_no_such_command()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 421 alice REDACT :Unknown command"], await alice.DoAsync("REDACT #room id"));
    }

    private static async Task<(TestClient Alice, TestClient Bob, string Id)> RoomWhereBobSpeaksAsync(TestServer server)
    {
        var alice = await server.RegisterAsync("alice", Modern);
        var bob = await server.RegisterAsync("bob", Modern);
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room");
        var said = await bob.DoAsync("PRIVMSG #room :hello");
        await alice.SyncAsync();
        return (alice, bob, IdOf(Assert.Single(said)));
    }

    private static string IdOf(string line) => IrcMessage.Parse(line).Tags["msgid"];
}
