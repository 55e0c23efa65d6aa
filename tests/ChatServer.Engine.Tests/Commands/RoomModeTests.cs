using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>MODE of rooms. Source: Modern, MODE and Channel Modes.</summary>
public sealed class RoomModeTests
{
    [Fact]
    public async Task A_query_shows_modes_parameters_and_when_the_room_was_opened()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler());
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +ikl secret 20");

        Assert.Equal(
            [":test.example 324 alice #room +intkl secret 20", ":test.example 329 alice #room 946684800"],
            await alice.DoAsync("MODE #ROOM"));
    }

    [Fact]
    public async Task A_query_from_outside_hides_the_key_and_a_secret_room_altogether()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE #room +k secret");
        Assert.Equal(":test.example 324 bob #room +ntk *", (await bob.DoAsync("MODE #room"))[0]);

        await alice.DoAsync("MODE #room +s");
        Assert.Equal(
            [":test.example 403 bob #room :No such channel", ":test.example 403 bob #room :No such channel"],
            await bob.DoAsync("MODE #room", "MODE #room +b"));
    }

    [Fact]
    public async Task A_change_is_seen_by_all_members_as_it_took_effect()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        string[] expected = [":alice!~alice@127.0.0.1 MODE #room +im-t+ol bob 5"];

        Assert.Equal(expected, await clients[0].DoAsync("MODE #ROOM +imn-ts+ol BOB 05"));
        Assert.Equal(expected, await clients[1].SyncAsync());
    }

    [Theory]
    [InlineData("MODE #room +nt")]
    [InlineData("MODE #room -i")]
    [InlineData("MODE #room -k *")]
    [InlineData("MODE #room +o alice")]
    [InlineData("MODE #room -b nobody")]
    [InlineData("MODE #room +")]
    public async Task Nothing_changed_is_nothing_said(string line)
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Empty(await alice.DoAsync(line));
    }

    [Fact]
    public async Task Unknown_letters_are_reported_one_by_one_and_the_rest_is_applied()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal(
            [
                ":test.example 472 alice X :is unknown mode char to me",
                ":test.example 472 alice Y :is unknown mode char to me",
                ":alice!~alice@127.0.0.1 MODE #room +im",
            ],
            await alice.DoAsync("MODE #room +iXYXm"));
    }

    // Who may

    [Fact]
    public async Task A_plain_member_is_refused_once_whatever_he_asks()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal(
            [":test.example 482 bob #room :You're not channel operator"],
            await clients[1].DoAsync("MODE #room +imobk bob *!*@evil key"));
        Assert.Empty(await clients[0].SyncAsync());
    }

    [Fact]
    public async Task An_outsider_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await server.RoomOfAsync("#room", "alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [":test.example 442 bob #room :You're not on that channel", ":test.example 403 bob #none :No such channel"],
            await bob.DoAsync("MODE #room +i", "MODE #none +i"));
    }

    [Fact]
    public async Task A_rank_for_one_who_is_elsewhere_is_441_and_for_nobody_401()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await server.RegisterAsync("bob");

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 MODE #room +i",
                ":test.example 441 alice bob #room :They aren't on that channel",
                ":test.example 401 alice nobody :No such nick/channel",
                ":test.example 401 alice no.nick :No such nick/channel",
            ],
            await alice.DoAsync("MODE #room +ovhi bob nobody no.nick"));
    }

    [Theory]
    [InlineData('v', '+')]
    [InlineData('h', '%')]
    [InlineData('o', '@')]
    public async Task A_rank_that_is_given_shows_in_names_and_can_be_taken(char letter, char prefix)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        var given = await clients[0].DoAsync($"MODE #room +{letter} bob", "WHO bob", "WHO #room");
        Assert.Equal($":alice!~alice@127.0.0.1 MODE #room +{letter} bob", given[0]);
        Assert.Contains($":test.example 352 alice #room ~bob 127.0.0.1 test.example bob H{prefix} :0 bob of the tests", given);
        Assert.Equal(
            [$":alice!~alice@127.0.0.1 MODE #room -{letter} bob"],
            await clients[0].DoAsync($"MODE #room -{letter} bob"));
    }

    // Parameters

    [Theory]
    [InlineData("+k", "k *")]
    [InlineData("+k two,words", "k *")]
    [InlineData("+k :two words", "k *")]
    [InlineData("+l", "l *")]
    [InlineData("+l 0", "l 0")]
    [InlineData("+l many", "l many")]
    [InlineData("+o", "o *")]
    public async Task A_parameter_that_is_missing_or_wrong_is_answered_696(string modes, string shown)
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal([$":test.example 696 alice #room {shown} :Invalid mode parameter"], await alice.DoAsync($"MODE #room {modes}"));
    }

    [Fact]
    public async Task A_key_is_taken_off_whatever_the_parameter_says()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 MODE #room +k secret",
                ":alice!~alice@127.0.0.1 MODE #room -k secret",
                ":alice!~alice@127.0.0.1 MODE #room +k other",
                ":alice!~alice@127.0.0.1 MODE #room -k other",
            ],
            await alice.DoAsync("MODE #room +k secret", "MODE #room -k wrong", "MODE #room +k other", "MODE #room -k"));
    }

    // Lists

    [Theory]
    [InlineData('b', "367", "368", "End of channel ban list")]
    [InlineData('e', "348", "349", "End of channel exception list")]
    [InlineData('I', "346", "347", "End of channel invite exception list")]
    public async Task A_list_is_filled_shown_and_emptied(char letter, string entry, string end, string text)
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler());
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("MODE #room +h bob");

        Assert.Equal(
            [$":alice!~alice@127.0.0.1 MODE #room +{letter}{letter} bob!*@* *!*@*.evil.example"],
            await clients[0].DoAsync($"MODE #room +{letter}{letter} bob *.evil.example"));
        await clients[1].SyncAsync();
        string[] list =
        [
            $":test.example {entry} bob #room bob!*@* alice!~alice@127.0.0.1 946684800",
            $":test.example {entry} bob #room *!*@*.evil.example alice!~alice@127.0.0.1 946684800",
            $":test.example {end} bob #room :{text}",
        ];
        Assert.Equal(list, await clients[1].DoAsync($"MODE #room +{letter}"));
        Assert.Equal(list, await clients[1].DoAsync($"MODE #room {letter}"));
        Assert.Equal(
            [$":alice!~alice@127.0.0.1 MODE #room -{letter} bob!*@*"],
            await clients[0].DoAsync($"MODE #room -{letter} BOB!*@*"));
    }

    [Fact]
    public async Task Members_see_who_is_banned_and_only_half_operators_see_the_exceptions()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal(
            [
                ":test.example 482 bob #room :You're not channel operator",
                ":test.example 482 bob #room :You're not channel operator",
                ":test.example 368 bob #room :End of channel ban list",
            ],
            await clients[1].DoAsync("MODE #room +e", "MODE #room +I", "MODE #room +b"));
    }

    [Fact]
    public async Task A_list_that_is_full_takes_no_more()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Limits = settings.Limits with { ListModeEntries = 2 } });
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal(
            [":alice!~alice@127.0.0.1 MODE #room +bb a!*@* b!*@*", ":test.example 478 alice #room b :Channel list is full"],
            await alice.DoAsync("MODE #room +bbb a b c"));
        Assert.Equal([":alice!~alice@127.0.0.1 MODE #room +e c!*@*"], await alice.DoAsync("MODE #room +e c"));
    }

    // What modes do

    [Fact]
    public async Task A_ban_exception_lets_in_whom_a_ban_keeps_out()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE #room +b *!*@127.0.0.0/8");
        Assert.Equal([":test.example 474 bob #room :Cannot join channel (+b)"], await bob.DoAsync("JOIN #room"));

        await alice.DoAsync("MODE #room +e bob");

        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #room", (await bob.DoAsync("JOIN #room"))[0]);
    }

    [Fact]
    public async Task An_invite_exception_lets_in_where_an_invitation_is_needed()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("MODE #room +i");
        Assert.Equal([":test.example 473 bob #room :Cannot join channel (+i)"], await bob.DoAsync("JOIN #room"));

        await alice.DoAsync("MODE #room +I bob");

        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #room", (await bob.DoAsync("JOIN #room"))[0]);
    }

    [Fact]
    public async Task Voice_lets_speak_in_a_moderated_room()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("MODE #room +mv bob");
        await clients[1].SyncAsync();

        Assert.Empty(await clients[1].DoAsync("PRIVMSG #room :thanks"));
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG #room :thanks"], await clients[0].SyncAsync());
    }

    [Fact]
    public async Task Modes_with_parameters_beyond_the_limit_are_not_looked_at()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal(
            [":alice!~alice@127.0.0.1 MODE #room +bbbbbb a!*@* b!*@* c!*@* d!*@* e!*@* f!*@*"],
            await alice.DoAsync("MODE #room +bbbbbbb a b c d e f g"));
    }

    [Fact]
    public async Task A_change_too_long_for_a_line_is_told_in_several()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Limits = settings.Limits with { LineBytes = 4096, ModesPerCommand = 20 } });
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var masks = Enumerable.Range(0, 12).Select(i => $"{new string('x', 60)}{i:00}!*@*").ToArray();

        var lines = await alice.DoAsync($"MODE #room +{new string('b', 12)} {string.Join(' ', masks)}");

        Assert.InRange(lines.Count, 2, 3);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 510));
        Assert.Equal(masks, lines.SelectMany(line => line.Split(' ').Skip(4)));
    }
}
