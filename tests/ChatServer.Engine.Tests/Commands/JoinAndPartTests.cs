using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>JOIN and PART. Source: Modern, Channel Operations.</summary>
public sealed class JoinAndPartTests
{
    [Fact]
    public async Task The_first_who_joins_becomes_operator_and_is_told_who_is_there()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 JOIN #room",
                ":test.example 353 alice = #room :@alice",
                ":test.example 366 alice #room :End of /NAMES list",
            ],
            await alice.DoAsync("JOIN #room"));
    }

    [Fact]
    public async Task One_who_joins_is_told_the_topic_and_all_others_see_him_come()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler());
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room", "TOPIC #room :on topic");
        var bob = await server.RegisterAsync("bob");

        var seen = await bob.DoAsync("JOIN #room");

        Assert.Equal(
            [
                ":bob!~bob@127.0.0.1 JOIN #room",
                ":test.example 332 bob #room :on topic",
                ":test.example 333 bob #room alice!~alice@127.0.0.1 946684800",
            ],
            seen.SkipLast(2));
        Assert.Equal([":bob!~bob@127.0.0.1 JOIN #room"], await alice.SyncAsync());
    }

    [Fact]
    public async Task Rooms_are_the_same_in_any_case_and_366_carries_the_name_as_it_was_asked_for()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#Room", "alice");
        var bob = await server.RegisterAsync("bob");

        var seen = await bob.DoAsync("JOIN #rOOM");

        Assert.Equal(":bob!~bob@127.0.0.1 JOIN #Room", seen[0]);
        Assert.StartsWith(":test.example 353 bob = #Room :", seen[1], StringComparison.Ordinal);
        Assert.Equal(":test.example 366 bob #rOOM :End of /NAMES list", seen[2]);
        Assert.Equal([":bob!~bob@127.0.0.1 JOIN #Room"], await clients[0].SyncAsync());
    }

    [Fact]
    public async Task Joining_twice_is_silent()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Empty(await alice.DoAsync("JOIN #room", "JOIN #ROOM"));
    }

    [Fact]
    public async Task A_list_of_rooms_pairs_with_a_list_of_keys()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #a,#b,#c", "MODE #a +k one", "MODE #c +k three");
        var bob = await server.RegisterAsync("bob");

        var seen = await bob.DoAsync("JOIN #a,#b,#c one,,three");

        Assert.Equal(
            [":bob!~bob@127.0.0.1 JOIN #a", ":bob!~bob@127.0.0.1 JOIN #b", ":bob!~bob@127.0.0.1 JOIN #c"],
            seen.Where(line => line.Contains(" JOIN ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_room_of_a_list_is_judged_by_itself()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #key,#invite,#full,#ban,#open");
        await alice.DoAsync("MODE #key +k one", "MODE #invite +i", "MODE #full +l 1", "MODE #ban +b bob");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [
                ":test.example 475 bob #key :Cannot join channel (+k)",
                ":test.example 473 bob #invite :Cannot join channel (+i)",
                ":test.example 471 bob #full :Cannot join channel (+l)",
                ":test.example 474 bob #ban :Cannot join channel (+b)",
                ":bob!~bob@127.0.0.1 JOIN #open",
            ],
            (await bob.DoAsync("JOIN #key,#invite,#full,#ban,#open wrong")).Take(5));
    }

    [Theory]
    [InlineData("room", "room")]
    [InlineData("&room", "&room")]
    [InlineData("#a\aroom", "#a\aroom")]
    [InlineData(":#a room", "*")]
    public async Task A_name_that_no_room_can_have_is_refused(string given, string shown)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([$":test.example 403 alice {shown} :No such channel"], await alice.DoAsync($"JOIN {given}"));
    }

    [Fact]
    public async Task JOIN_0_leaves_all_rooms()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #a,#b");

        Assert.Equal(
            [":alice!~alice@127.0.0.1 PART #a", ":alice!~alice@127.0.0.1 PART #b"],
            (await alice.DoAsync("JOIN 0")).Order(StringComparer.Ordinal));
        Assert.Equal([":test.example 403 alice #a :No such channel"], await alice.DoAsync("PART #a"));
    }

    [Theory]
    [InlineData("PART #room", "PART #room")]
    [InlineData("PART #ROOM :see you later", "PART #room :see you later")]
    [InlineData("PART #room :", "PART #room")]
    public async Task PART_is_seen_by_all_members_and_by_oneself(string line, string seen)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal([$":bob!~bob@127.0.0.1 {seen}"], await clients[1].DoAsync(line));
        Assert.Equal([$":bob!~bob@127.0.0.1 {seen}"], await clients[0].SyncAsync());
    }

    [Fact]
    public async Task PART_of_several_rooms_is_one_line_for_each_with_the_reason_on_all()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #a,#b");

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 PART #a :bye",
                ":test.example 403 alice #none :No such channel",
                ":alice!~alice@127.0.0.1 PART #b :bye",
            ],
            await alice.DoAsync("PART #a,#none,#b :bye"));
    }

    [Fact]
    public async Task PART_of_a_room_one_is_not_in_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await server.RoomOfAsync("#room", "alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [":test.example 442 bob #room :You're not on that channel", ":test.example 403 bob #none :No such channel"],
            await bob.DoAsync("PART #room", "PART #none"));
    }

    [Fact]
    public async Task A_room_that_everybody_left_is_opened_anew_by_the_next()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room", "MODE #room +sk key", "TOPIC #room :old", "PART #room");
        var bob = await server.RegisterAsync("bob");

        Assert.Contains(":test.example 353 bob = #room :@bob", await bob.DoAsync("JOIN #room"));
        Assert.Contains(":test.example 324 bob #room +nt", await bob.DoAsync("MODE #room"));
    }
}
