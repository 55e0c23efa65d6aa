using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Guarantees;

/// <summary>Guarantee 2: all members see the events of a room in the same order. Guarantee 3: each of them once, or the sender is
/// told.</summary>
public sealed class OneOrderPerRoomTests
{
    private const int Members = 12;
    private const int MessagesEach = 150;
    private const int Steps = 100;

    [Fact]
    public async Task Members_who_all_talk_at_once_see_the_same_messages_in_the_same_order()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await RoomAsync(server, "#room");

        await Task.WhenAll(clients.Select(async (client, who) =>
        {
            for (var i = 0; i < MessagesEach; i++) await client.SendAsync($"PRIVMSG #room :{who} {i}");
            await client.SendAsync("PRIVMSG #room :done");
        }));

        var views = await Task.WhenAll(clients.Select(ReadUntilAllAreDoneAsync));
        Assert.Equal(Members * (MessagesEach + 1), views[0].Count);
        Assert.Equal(views[0].Count, views[0].Distinct().Count());
        Assert.All(views, view => Assert.Equal(views[0], view));
        for (var who = 0; who < Members; who++)
        {
            var own = views[0].Where(line => line.StartsWith($":nick{who}!", StringComparison.Ordinal)).Select(Text).SkipLast(1);
            Assert.Equal(Enumerable.Range(0, MessagesEach).Select(i => $"{who} {i}"), own);
        }
    }

    [Fact]
    public async Task Nick_changes_of_users_in_several_rooms_take_the_same_place_for_all_members_of_a_room()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await RoomAsync(server, "#room");
        foreach (var client in clients.Take(6)) await client.DoAsync("JOIN #aside,#other");
        foreach (var client in clients.Skip(4).Take(4)) await client.DoAsync("JOIN #third,#other");
        foreach (var client in clients) await client.SyncAsync();

        await Task.WhenAll(clients.Select(async (client, who) =>
        {
            for (var i = 0; i < Steps; i++) await client.SendAsync(i % 2 == 0 ? $"NICK n{who}x{i}" : $"PRIVMSG #room :{who} {i}");
            await client.SendAsync("PRIVMSG #room :done");
        }));

        var views = await Task.WhenAll(clients.Select(ReadUntilAllAreDoneAsync));
        Assert.Equal(Members * (Steps + 1), views[0].Count);
        Assert.All(views, view => Assert.Equal(views[0], view));
    }

    [Fact]
    public async Task Somebody_who_shares_several_rooms_sees_a_quit_once_and_nothing_of_that_user_afterwards()
    {
        await using var server = await TestServer.StartAsync();
        var watcher = await server.RegisterAsync("watcher");
        await watcher.DoAsync("JOIN #a,#b,#c");
        for (var round = 0; round < 60; round++)
        {
            var guest = await server.RegisterAsync("guest");
            await guest.DoAsync("JOIN #a,#b,#c");
            await watcher.SyncAsync();
            await guest.SendAsync("PRIVMSG #c :bye", "QUIT :gone");
            await guest.ReadToEndAsync();
            var seen = await watcher.DoAsync("NAMES #a,#b,#c");
            Assert.Equal(":guest!~guest@127.0.0.1 PRIVMSG #c :bye", seen[0]);
            Assert.Equal(":guest!~guest@127.0.0.1 QUIT :Quit: gone", seen[1]);
            Assert.DoesNotContain(seen.Skip(2), line => line.Contains("guest", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_message_that_a_room_does_not_take_is_reported_to_its_sender()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.DoAsync("JOIN #room", "MODE #room +m");

        Assert.Equal([":test.example 404 bob #room :Cannot send to channel"], await bob.DoAsync("PRIVMSG #room :from outside"));
        Assert.Equal([":test.example 403 bob #none :No such channel"], await bob.DoAsync("PRIVMSG #none :hello"));
        Assert.Equal([":test.example 401 bob nobody :No such nick/channel"], await bob.DoAsync("PRIVMSG nobody :hello"));
        Assert.Empty(await bob.DoAsync("NOTICE #room :from outside", "NOTICE nobody :hello"));
        Assert.Empty(await alice.SyncAsync());
    }

    private static async Task<TestClient[]> RoomAsync(TestServer server, string room)
    {
        var clients = new TestClient[Members];
        for (var i = 0; i < Members; i++)
        {
            clients[i] = await server.RegisterAsync($"nick{i}", "echo-message");
            await clients[i].DoAsync($"JOIN {room}");
        }

        foreach (var client in clients) await client.SyncAsync();
        return clients;
    }

    private static async Task<List<string>> ReadUntilAllAreDoneAsync(TestClient client)
    {
        var done = 0;
        return await client.ReadUntilAsync(line => Text(line) == "done" && ++done == Members);
    }

    private static string Text(string line) => line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..];
}
