using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Guarantees;

/// <summary>Guarantee 4: at no moment do two users hold the same nick under the server's case mapping.</summary>
public sealed class OneOwnerPerNickTests
{
    [Fact]
    public async Task Of_many_who_register_with_one_nick_at_once_one_gets_it_and_the_others_are_told()
    {
        await using var server = await TestServer.StartAsync();
        var clients = Enumerable.Range(0, 32).Select(_ => server.Connect()).ToList();
        var outcomes = await Task.WhenAll(clients.Select(async (client, i) =>
        {
            await client.SendAsync(i % 2 == 0 ? "NICK racer" : "NICK RACER", "USER u 0 * :u");
            var lines = await client.ReadUntilAsync(
                line => line.Contains(" 433 ", StringComparison.Ordinal) || line.Contains(" 376 ", StringComparison.Ordinal));
            return lines[^1].Contains(" 376 ", StringComparison.Ordinal);
        }));
        Assert.Single(outcomes, won => won);
    }

    [Fact]
    public async Task Of_many_who_change_to_one_nick_at_once_one_gets_it_and_the_others_keep_theirs()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", [.. Enumerable.Range(0, 16).Select(i => $"nick{i}")]);
        await Task.WhenAll(clients.Select(client => client.SendAsync("NICK prize")));

        var seen = await Task.WhenAll(clients.Select(client => client.SyncAsync()));
        Assert.Equal(15, seen.Count(lines => lines.Any(line => line.Contains(" 433 ", StringComparison.Ordinal))));

        // Everybody is through, so another look shows the change to whoever was ahead of it.
        var names = await clients[0].DoAsync("NAMES #room");
        Assert.Single(names[^2].Split(':')[^1].Split(' '), name => name.TrimStart('@') == "prize");
    }

    [Fact]
    public async Task A_nick_is_free_again_when_its_owner_has_gone_however_he_went()
    {
        await using var server = await TestServer.StartAsync();
        var quitter = await server.RegisterAsync("taken");
        await quitter.SendAsync("QUIT");
        await quitter.ReadToEndAsync();

        var reserver = server.Connect();
        await reserver.DoAsync("NICK taken");
        reserver.Vanish();
        await reserver.Served;

        var renamer = await server.RegisterAsync("taken");
        Assert.Single(await renamer.DoAsync("NICK other"));
        Assert.NotNull(await server.RegisterAsync("taken"));
    }
}
