using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>NAMES. Source: Modern, NAMES.</summary>
public sealed class NamesTests
{
    [Fact]
    public async Task Members_are_shown_with_their_highest_prefix()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "op", "half", "voice", "plain");
        await clients[0].DoAsync("MODE #room +vhv half half voice");

        Assert.Equal(["%half", "+voice", "@op", "plain"], Names(await clients[0].DoAsync("NAMES #room")));
    }

    [Fact]
    public async Task Several_rooms_are_answered_one_after_the_other_with_one_end()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #a,#b");

        Assert.Equal(
            [
                ":test.example 353 alice = #b :@alice",
                ":test.example 353 alice = #a :@alice",
                ":test.example 366 alice #b,#none,#A :End of /NAMES list",
            ],
            await alice.DoAsync("NAMES #b,#none,#A"));
    }

    [Theory]
    [InlineData("NAMES", "*")]
    [InlineData("NAMES #none", "#none")]
    [InlineData("NAMES invalid", "invalid")]
    [InlineData("NAMES #secret", "#secret")]
    public async Task What_is_not_there_for_the_asker_has_an_end_and_no_names(string line, string shown)
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#secret", "alice"))[0];
        await alice.DoAsync("MODE #secret +s");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal([$":test.example 366 bob {shown} :End of /NAMES list"], await bob.DoAsync(line));
    }

    [Fact]
    public async Task A_secret_room_is_marked_for_its_members()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Contains(":test.example 353 alice @ #room :@alice", await alice.DoAsync("MODE #room +s", "NAMES #room"));
    }

    [Fact]
    public async Task Invisible_members_are_shown_to_members_only()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "ghost");
        await clients[1].DoAsync("MODE ghost +i");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["@alice"], Names(await bob.DoAsync("NAMES #room")));
        Assert.Equal(["@alice", "ghost"], Names(await clients[0].DoAsync("NAMES #room")));
    }

    [Fact]
    public async Task A_long_list_goes_over_several_lines_of_which_none_is_too_long()
    {
        await using var server = await TestServer.StartAsync();
        var nicks = Enumerable.Range(0, 40).Select(i => $"member{i:00}abcdefghijklmnopqrstuvwx").ToArray();
        var clients = await server.RoomOfAsync("#room", nicks);

        var lines = await clients[39].DoAsync("NAMES #room");

        Assert.Equal(nicks.Select(nick => nick == nicks[0] ? "@" + nick : nick).Order(StringComparer.Ordinal), Names(lines));
        Assert.InRange(lines.Count, 4, 6);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 510));
        Assert.All(lines.SkipLast(1), line => Assert.Matches($"^:test.example 353 {nicks[39]} = #room :", line));
    }

    private static IEnumerable<string> Names(IEnumerable<string> lines) =>
        lines.Where(line => line.Contains(" 353 ", StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..].Split(' '))
            .Order(StringComparer.Ordinal);
}
