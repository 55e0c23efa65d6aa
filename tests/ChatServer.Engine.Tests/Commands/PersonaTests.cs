using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>RELAYMSG, NPC, NPCA and SCENE. Source: IRCv3 draft/relaymsg; Ergo, roleplaying.</summary>
public sealed class PersonaTests
{
    [Fact]
    public async Task An_operator_of_the_room_relays_and_those_who_want_to_know_learn_who_it_was()
    {
        await using var server = await TestServer.StartAsync(Relaying(roomOperatorsMay: true));
        var alice = await server.RegisterAsync("alice", "echo-message");
        var bob = await server.RegisterAsync("bob");
        var carol = await server.RegisterAsync("carol", "draft/relaymsg");
        await alice.DoAsync("JOIN #room");
        await bob.DoAsync("JOIN #room");
        await carol.DoAsync("JOIN #room");
        await bob.SyncAsync();
        await alice.SyncAsync();

        const string Relayed = ":dave/bridge!relaymsg@test.example PRIVMSG #room :hello there";
        Assert.Equal([Relayed], await alice.DoAsync("RELAYMSG #room dave/bridge :hello there"));
        Assert.Equal([Relayed], await bob.SyncAsync());
        Assert.Equal([$"@draft/relaymsg=alice {Relayed}"], await carol.SyncAsync());
    }

    [Fact]
    public async Task What_was_relayed_stays_in_history_as_it_was_shown()
    {
        await using var server = await TestServer.StartAsync(Relaying(roomOperatorsMay: true));
        var alice = await server.RegisterAsync("alice", "draft/chathistory");
        await alice.DoAsync("JOIN #room", "RELAYMSG #room dave/bridge :hello");

        Assert.Equal(
            [":dave/bridge!relaymsg@test.example PRIVMSG #room :hello"], await alice.DoAsync("CHATHISTORY LATEST #room * 10"));
    }

    [Fact]
    public async Task Nothing_is_relayed_in_a_name_that_a_user_could_have_or_that_breaks_a_source()
    {
        await using var server = await TestServer.StartAsync(Relaying(roomOperatorsMay: true));
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room");

        Assert.All(
            await alice.DoAsync(
                "RELAYMSG #room dave :hello",
                "RELAYMSG #room da!ve/bridge :hello",
                "RELAYMSG #room / :hello",
                $"RELAYMSG #room {new string('d', 60)}/bridge :hello"),
            line => Assert.StartsWith(":test.example FAIL RELAYMSG INVALID_NICK :", line));
        Assert.Equal(
            [":test.example FAIL RELAYMSG BLANK_MSG :There is nothing to relay"], await alice.DoAsync("RELAYMSG #room dave/bridge :"));
    }

    [Fact]
    public async Task Members_without_a_rank_do_not_relay_nor_do_outsiders()
    {
        await using var server = await TestServer.StartAsync(Relaying(roomOperatorsMay: true));
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room");

        string[] refusal = [":test.example FAIL RELAYMSG PRIVS_NEEDED :You can't relay messages to this channel"];
        Assert.Equal(refusal, await bob.DoAsync("RELAYMSG #room dave/bridge :hello"));
        await bob.DoAsync("JOIN #room");
        Assert.Equal(refusal, await bob.DoAsync("RELAYMSG #room dave/bridge :hello"));
    }

    [Fact]
    public async Task The_server_may_keep_relaying_to_its_operators()
    {
        await using var server = await TestServer.StartAsync(settings =>
            Operators.With(OperatorPrivilege.Relay)(Relaying(roomOperatorsMay: false)(settings)));
        var alice = await server.RegisterAsync("alice");
        var root = await server.OperatorAsync("root");
        await alice.DoAsync("JOIN #room", "MODE #room -n");

        Assert.Equal(
            [":test.example FAIL RELAYMSG PRIVS_NEEDED :You can't relay messages to this channel"],
            await alice.DoAsync("RELAYMSG #room dave/bridge :hello"));
        Assert.Empty(await root.DoAsync("RELAYMSG #room dave/bridge :hello"));
        Assert.Equal([":dave/bridge!relaymsg@test.example PRIVMSG #room :hello"], await alice.SyncAsync());
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_command()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":test.example 421 alice RELAYMSG :Unknown command", ":test.example CAP alice NAK :draft/relaymsg"],
            await alice.DoAsync("RELAYMSG #room dave/bridge :hello", "CAP REQ draft/relaymsg"));
    }

    [Fact]
    public async Task In_a_room_with_mode_E_members_play()
    {
        await using var server = await TestServer.StartAsync(Playing);
        var clients = await server.RoomOfAsync("#stage", "alice", "bob");
        await clients[0].DoAsync("MODE #stage +E");
        await clients[1].SyncAsync();

        string[] play =
        [
            ":=Scene=!bob@npc.fakeuser.invalid PRIVMSG #stage :dark and stormy night",
            ":*bilbo*!bob@npc.fakeuser.invalid PRIVMSG #stage :too much bread",
            ":*bilbo*!bob@npc.fakeuser.invalid PRIVMSG #stage :\u0001ACTION sighs\u0001",
        ];
        Assert.Equal(
            play,
            await clients[1].DoAsync("SCENE #stage dark and stormy night", "NPC #stage bilbo :too much bread", "NPCA #stage bilbo sighs"));
        Assert.Equal(play, await clients[0].SyncAsync());
    }

    [Fact]
    public async Task Where_nobody_plays_it_is_refused()
    {
        await using var server = await TestServer.StartAsync(Playing);
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room");

        Assert.Equal(
            [":test.example 573 alice #room :Nobody plays on this channel (+E is not set)"], await alice.DoAsync("SCENE #room :dark"));
        Assert.Equal([":test.example 442 bob #room :You're not on that channel"], await bob.DoAsync("SCENE #room :dark"));
        await alice.DoAsync("MODE #room +E");
        Assert.Equal([":test.example 573 alice #room :This name can't be used here"], await alice.DoAsync("NPC #room a!b :hi"));
    }

    [Fact]
    public async Task A_server_where_nobody_plays_says_so()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room", "MODE #room +E");

        Assert.Equal([":test.example 573 alice #room :Roleplay is switched off on this server"], await alice.DoAsync("SCENE #room :dark"));
    }

    private static ServerSettings Playing(ServerSettings settings) => settings with { Roleplay = new RoleplaySettings { Enabled = true } };

    private static Func<ServerSettings, ServerSettings> Relaying(bool roomOperatorsMay) => settings => settings with
    {
        RelayMessages = new RelayMessageSettings { Enabled = true, RoomOperatorsMay = roomOperatorsMay },
    };
}
