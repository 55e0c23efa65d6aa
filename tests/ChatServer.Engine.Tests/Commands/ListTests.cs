using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>LIST and its conditions. Source: Modern, LIST and ELIST.</summary>
public sealed class ListTests
{
    private readonly TestScheduler _clock = new();

    [Fact]
    public async Task A_list_has_a_beginning_a_line_for_each_room_and_an_end()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].DoAsync("TOPIC #room :on topic", "JOIN #quiet");

        var lines = await clients[1].DoAsync("LIST");

        Assert.Equal(":test.example 321 bob Channel :Users  Name", lines[1]);
        Assert.Equal(
            [":test.example 322 bob #quiet 1 :", ":test.example 322 bob #room 2 :on topic"],
            lines.Skip(2).SkipLast(1).Order(StringComparer.Ordinal));
        Assert.Equal(":test.example 323 bob :End of /LIST", lines[^1]);
    }

    [Fact]
    public async Task Secret_rooms_are_listed_for_their_members_only()
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#secret", "alice"))[0];
        await alice.DoAsync("MODE #secret +s");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal("", await RoomsAsync(bob, "LIST"));
        Assert.Equal("", await RoomsAsync(bob, "LIST #secret"));
        Assert.Equal("#secret", await RoomsAsync(alice, "LIST"));
    }

    [Theory]
    [InlineData("LIST #old", "#old")]
    [InlineData("LIST #NEW,#none,#old", "#new #old")]
    [InlineData("LIST #*d", "#old")]
    [InlineData("LIST *e*", "#middle #new")]
    [InlineData("LIST !*e*", "#old")]
    [InlineData("LIST *,!#old", "#middle #new")]
    [InlineData("LIST >1", "#old")]
    [InlineData("LIST <2", "#middle #new")]
    [InlineData("LIST >0,<2", "#middle #new")]
    [InlineData("LIST C>60", "#old")]
    [InlineData("LIST C<60", "#middle #new")]
    [InlineData("LIST C>10,C<60", "#middle")]
    [InlineData("LIST c<10", "#new")]
    [InlineData("LIST T<60", "#middle")]
    [InlineData("LIST T>60", "#old")]
    [InlineData("LIST #old,#new >1", "#old")]
    [InlineData("LIST >many", "#middle #new #old")]
    public async Task Conditions_choose_rooms(string line, string expected)
    {
        await using var server = await TestServer.StartAsync(clock: _clock);
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #old", "TOPIC #old :x");
        await bob.DoAsync("JOIN #old");
        await AdvanceAsync(minutes: 90, alice, bob);
        await alice.DoAsync("JOIN #middle", "TOPIC #middle :x");
        await AdvanceAsync(minutes: 20, alice, bob);
        await alice.DoAsync("JOIN #new");

        Assert.Equal(expected, await RoomsAsync(alice, line));
    }

    // No client is silent for so long that it would be closed.
    private async Task AdvanceAsync(int minutes, params TestClient[] clients)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            foreach (var client in clients) await client.SyncAsync();
        }
    }

    private static async Task<string> RoomsAsync(TestClient client, string line) => string.Join(
        ' ',
        (await client.DoAsync(line))
            .Where(reply => reply.Contains(" 322 ", StringComparison.Ordinal))
            .Select(reply => reply.Split(' ')[3])
            .Order(StringComparer.Ordinal));
}
