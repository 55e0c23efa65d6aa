using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>WHO. Source: Modern, WHO.</summary>
public sealed class WhoTests
{
    [Fact]
    public async Task A_room_is_answered_with_its_members()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[1].DoAsync("AWAY :gone");

        var lines = await clients[0].DoAsync("WHO #ROOM");

        Assert.Equal(
            [
                ":test.example 352 alice #room ~alice 127.0.0.1 test.example alice H@ :0 alice of the tests",
                ":test.example 352 alice #room ~bob 127.0.0.1 test.example bob G :0 bob of the tests",
            ],
            lines.SkipLast(1).Order(StringComparer.Ordinal));
        Assert.Equal(":test.example 315 alice #ROOM :End of WHO list", lines[^1]);
    }

    [Theory]
    [InlineData("bob", "bob")]
    [InlineData("BOB", "bob")]
    [InlineData("b*", "ben bob")]
    [InlineData("?o?", "bob")]
    [InlineData("~ben", "ben")]
    [InlineData(":ben of*", "ben")]
    [InlineData("127.*", "alice ben bob")]
    [InlineData("test.example", "alice ben bob")]
    [InlineData("*", "alice ben bob")]
    [InlineData("0", "alice ben bob")]
    [InlineData("nobody", "")]
    public async Task A_mask_is_compared_with_all_that_is_known_of_a_user(string mask, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        await server.RegisterAsync("ben");

        var lines = await alice.DoAsync($"WHO {mask}");

        Assert.Equal(expected, string.Join(' ', lines.SkipLast(1).Select(line => line.Split(' ')[7]).Order(StringComparer.Ordinal)));
        Assert.StartsWith(":test.example 315 alice ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_found_by_a_mask_is_shown_without_a_room()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":test.example 352 alice * ~alice 127.0.0.1 test.example alice H :0 alice of the tests",
                ":test.example 315 alice alice :End of WHO list",
            ],
            await alice.DoAsync("WHO alice"));
    }

    [Fact]
    public async Task An_invisible_user_is_found_by_his_nick_by_himself_and_by_those_who_share_a_room()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var ghost = await server.RegisterAsync("ghost");
        await ghost.DoAsync("MODE ghost +i");

        Assert.Single(await alice.DoAsync("WHO gho*"));
        Assert.Equal(2, (await alice.DoAsync("WHO ghost")).Count);
        Assert.Equal(2, (await ghost.DoAsync("WHO gho*")).Count);

        await ghost.DoAsync("JOIN #room");
        Assert.Single(await alice.DoAsync("WHO #room"));
        await alice.DoAsync("JOIN #room");
        await ghost.SyncAsync();
        Assert.Equal(2, (await alice.DoAsync("WHO gho*")).Count);
        Assert.Equal(3, (await alice.DoAsync("WHO #room")).Count);
    }

    [Fact]
    public async Task An_invisible_user_is_not_found_by_those_from_whom_an_auditorium_hides_him()
    {
        await using var server = await TestServer.StartAsync();
        var (op, alice, ghost) =
            (await server.RegisterAsync("op"), await server.RegisterAsync("alice"), await server.RegisterAsync("ghost"));
        await ghost.DoAsync("MODE ghost +i");
        await op.DoAsync("JOIN #hall", "MODE #hall +u");
        await alice.DoAsync("JOIN #hall");
        await ghost.DoAsync("JOIN #hall");

        Assert.Single(await alice.DoAsync("WHO gho*"));
        await op.DoAsync("MODE #hall +v alice");
        await alice.SyncAsync();
        Assert.Equal(2, (await alice.DoAsync("WHO gho*")).Count);
        await ghost.DoAsync("PART #hall");
        await alice.SyncAsync();
        Assert.Single(await alice.DoAsync("WHO gho*"));
    }

    [Fact]
    public async Task A_secret_room_and_no_room_have_an_end_only()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +s");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [":test.example 315 bob #room :End of WHO list", ":test.example 315 bob #none :End of WHO list"],
            await bob.DoAsync("WHO #room", "WHO #none"));
    }

    [Fact]
    public async Task With_o_only_operators_of_the_server_are_shown()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal([":test.example 315 alice #room :End of WHO list"], await alice.DoAsync("WHO #room o"));
    }
}
