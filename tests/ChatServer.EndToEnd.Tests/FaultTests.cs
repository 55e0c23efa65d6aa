using System.Text;

namespace ChatServer.EndToEnd.Tests;

/// <summary>What happens to the real process when the world is bad to it. What is expected, and why, stands in docs/testing.md.</summary>
public sealed class FaultTests
{
    private static readonly string[] NoFloodControl = ["--Flood:Enabled=false"];
    private static readonly string[] QuickPings = ["--Timeouts:PingAfter=00:00:01", "--Timeouts:PongWithin=00:00:01"];

    [Fact]
    public async Task A_server_that_was_stopped_goes_on_where_it_was_and_loses_nothing()
    {
        await using var server = await ServerProcess.StartAsync(NoFloodControl);
        using var alice = await Client.RegisterAsync(server, "alice", "#room");
        using var bob = await Client.RegisterAsync(server, "bob", "#room");

        await server.SignalAsync("STOP", "T");
        for (var i = 0; i < 100; i++) await alice.SendAsync($"PRIVMSG #room :{i}");
        await server.SignalAsync("CONT", "SRD");

        var heard = await bob.ReadUntilAsync("PRIVMSG #room :99");
        Assert.Equal(Enumerable.Range(0, 100), heard.Select(line => int.Parse(line[(line.LastIndexOf(':') + 1)..], null)));
        await alice.SyncAsync();
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_closed_and_its_peers_are_told()
    {
        await using var server = await ServerProcess.StartAsync(QuickPings);
        using var alice = await Client.RegisterAsync(server, "alice", "#room");
        using var silent = await Client.RegisterAsync(server, "silent", "#room");

        Assert.Contains("QUIT :Ping timeout", (await alice.ReadUntilAsync(":silent!~silent@127.0.0.1 QUIT"))[^1], StringComparison.Ordinal);
        await alice.SyncAsync();
    }

    [Fact]
    public async Task A_client_that_vanishes_is_noticed_and_its_nick_is_free_again()
    {
        await using var server = await ServerProcess.StartAsync(QuickPings);
        using var alice = await Client.RegisterAsync(server, "alice", "#room");
        using var gone = await Client.RegisterAsync(server, "gone", "#room");

        // Where the system does not let us cut the line without a word, a reset is the nearest there is.
        if (!gone.TryVanish()) gone.Reset();
        await alice.ReadUntilAsync(":gone!~gone@127.0.0.1 QUIT");

        // Peers hear of it a moment before the nick is free.
        await UntilAsync(async () =>
        {
            await alice.SendAsync("ISON gone");
            return !(await alice.ReadUntilAsync(" 303 "))[^1].EndsWith("gone", StringComparison.Ordinal);
        });
        using var again = await Client.RegisterAsync(server, "gone", "#room");
        await alice.ReadUntilAsync(":gone!~gone@127.0.0.1 JOIN");
    }

    [Fact]
    public async Task Resets_in_the_middle_of_everything_harm_nobody_else()
    {
        await using var server = await ServerProcess.StartAsync(NoFloodControl);
        using var alice = await Client.RegisterAsync(server, "alice", "#room");
        for (var round = 0; round < 100; round++)
        {
            using var victim = await Client.RegisterAsync(server, $"victim{round}", "#room");
            await victim.SendAsync("PRIVMSG #room :half a line follows", "NAMES #room", "WHOIS alice");
            await victim.SendBytesAsync("PRIVMSG #roo"u8.ToArray());
            victim.Reset();
            await alice.ReadUntilAsync($":victim{round}!~victim{round}@127.0.0.1 QUIT");
        }

        Assert.Contains("alice", (await NamesAsync(alice)).Single());
        AssertNoErrors(server);
    }

    [Fact]
    public async Task When_descriptors_are_used_up_those_inside_are_served_and_newcomers_as_soon_as_some_have_left()
    {
        const int most = 400;
        await using var server = await ServerProcess.StartLimitedAsync($"ulimit -n {most}", NoFloodControl);
        using var alice = await Client.RegisterAsync(server, "alice", "#room");
        var crowd = new List<Client>();
        for (var i = 0; i < most + 100; i++) crowd.Add(await Client.ConnectAsync(server));

        for (var i = 0; i < 20; i++) await alice.SyncAsync();
        Assert.True(server.IsRunning);

        // The runtime needs some for itself: to look how much memory there is, to start a thread.
        Assert.InRange(server.OpenDescriptors, most - 100, most - 50);

        foreach (var client in crowd) client.Dispose();
        using var bob = await Client.RegisterAsync(server, "bob", "#room");
        await alice.ReadUntilAsync(":bob!~bob@127.0.0.1 JOIN");
    }

    [Fact]
    public async Task A_full_disk_costs_the_log_and_nothing_else()
    {
        // Every write to it fails with ENOSPC, as on a disk without space. Source: full(4).
        var folder = Directory.CreateTempSubdirectory("chatserver-log-");
        try
        {
            var path = Path.Combine(folder.FullName, "server.log");
            File.CreateSymbolicLink(path, "/dev/full");
            await using var server = await ServerProcess.StartAsync(
                $"--Serilog:File:Path={path}", "--Serilog:File:RollingInterval=Infinite", "--Serilog:MinimumLevel=Debug");
            using var alice = await Client.RegisterAsync(server, "alice", "#room");
            for (var i = 0; i < 50; i++)
            {
                using var passer = await Client.RegisterAsync(server, $"passer{i}", "#room");
                await alice.ReadUntilAsync($":passer{i}!~passer{i}@127.0.0.1 JOIN");
            }

            await alice.SyncAsync();
            Assert.True(server.IsRunning);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ten_thousand_connections_that_send_garbage_are_answered_or_closed_and_leave_nothing_behind()
    {
        const int waves = 25;
        const int wave = 400;
        await using var server = await ServerProcess.StartAsync("--Timeouts:Registration=00:00:05");
        using var alice = await Client.RegisterAsync(server, "alice", "#room");
        for (var i = 0; i < waves; i++)
        {
            var seed = i;
            await Parallel.ForEachAsync(Enumerable.Range(0, wave), async (number, _) =>
            {
                using var client = await Client.ConnectAsync(server);
                await SendGarbageAsync(client, new Random((seed * wave) + number));
            });
            await alice.SyncAsync();
        }

        await UntilAsync(async () => (await LusersAsync(alice)) is (1, 0));
        AssertNoErrors(server);
    }

    [Fact]
    public async Task Registrations_that_never_end_are_closed_and_hold_up_nobody()
    {
        await using var server = await ServerProcess.StartAsync("--Timeouts:Registration=00:00:03");
        var slow = new List<Client>();
        for (var i = 0; i < 300; i++) slow.Add(await Client.ConnectAsync(server));
        var drip = Encoding.ASCII.GetBytes("NICK slow\r\nUSE");
        foreach (var letter in drip)
        {
            foreach (var client in slow) await client.SendBytesAsync(new[] { letter });
        }

        using var alice = await Client.RegisterAsync(server, "alice");
        foreach (var client in slow)
        {
            Assert.Contains("Registration timed out", (await client.ReadToEndAsync())[^1], StringComparison.Ordinal);
            client.Dispose();
        }

        await UntilAsync(async () => (await LusersAsync(alice)) is (1, 0));
    }

    private static async Task SendGarbageAsync(Client client, Random random)
    {
        var bytes = new byte[random.Next(1, 3000)];
        random.NextBytes(bytes);
        try
        {
            await client.SendBytesAsync(bytes);
            if (random.Next(3) == 0) await client.SendAsync("", "NICK \0", "USER", ":", "@", "CAP REQ :x");
            if (random.Next(3) == 0) client.Reset();
        }
        catch (IOException)
        {
            // The server has seen enough and closed; that is one of the right answers.
        }
    }

    /// <summary>Users, and connections that have not registered.</summary>
    private static async Task<(int Users, int Unknown)> LusersAsync(Client client)
    {
        await client.SendAsync("LUSERS");
        var lines = await client.ReadUntilAsync(" 266 ");
        return (Number(" 251 ", 5), Number(" 253 ", 3));

        int Number(string numeric, int word) =>
            lines.Find(line => line.Contains(numeric, StringComparison.Ordinal)) is { } line ? int.Parse(line.Split(' ')[word], null) : 0;
    }

    private static async Task<List<string>> NamesAsync(Client client)
    {
        await client.SendAsync("NAMES #room");
        return [.. (await client.ReadUntilAsync(" 366 ")).Where(line => line.Contains(" 353 ", StringComparison.Ordinal))];
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var deadline = DateTime.UtcNow + ServerProcess.Patience;
        while (!await condition()) Assert.True(DateTime.UtcNow < deadline, "It did not come to that.");
    }

    private static void AssertNoErrors(ServerProcess server) =>
        Assert.DoesNotContain(
            server.Log, line => line.Contains(" ERR ", StringComparison.Ordinal) || line.Contains(" FTL ", StringComparison.Ordinal));
}
