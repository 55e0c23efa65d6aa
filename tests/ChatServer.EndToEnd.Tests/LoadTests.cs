using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChatServer.EndToEnd.Tests;

/// <summary>What many, or rude, clients cost the others, and the process.</summary>
public sealed class LoadTests
{
    private const int Samples = 400;
    private const int Attempts = 4;

    [Fact]
    public async Task A_flood_at_full_speed_does_not_make_polite_users_wait_three_times_as_long()
    {
        await using var server = await ServerProcess.StartAsync("--Flood:CommandsPerSecond=100", "--Flood:Burst=10000");
        using var alice = await Client.RegisterAsync(server, "alice", "#polite");
        using var bob = await Client.RegisterAsync(server, "bob", "#polite");
        await P99Async(alice, bob);

        // A busy machine may spoil an attempt, of course; a server that lets a flood through spoils them all.
        var ratios = new List<double>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var alone = await P99Async(alice, bob);
            using var flooder = await Client.RegisterAsync(server, $"rude{attempt}", "#rude");
            using var enough = new CancellationTokenSource();
            var flood = FloodAsync(flooder, enough.Token);
            var beside = await P99Async(alice, bob);
            await enough.CancelAsync();
            flooder.Reset();
            await flood;
            ratios.Add(beside / alone);
            if (ratios[^1] <= 3) return;
        }

        var shown = ratios.Select(ratio => ratio.ToString("0.0", CultureInfo.InvariantCulture));
        Assert.Fail($"p99 beside a flood, to p99 without: {string.Join(", ", shown)}");
    }

    /// <summary>FAULTS_CHURN sets how many sessions come and go; an hour of it is about 5,000,000.</summary>
    [Fact]
    public async Task Memory_stays_flat_while_users_come_and_go()
    {
        const int warmUp = 3_000;
        var wish = Environment.GetEnvironmentVariable("FAULTS_CHURN");
        var sessions = int.TryParse(wish, CultureInfo.InvariantCulture, out var wished) ? wished : 9_000;
        await using var server = await ServerProcess.StartAsync("--Flood:Enabled=false", "--Serilog:MinimumLevel=Warning");
        using var witness = await Client.RegisterAsync(server, "witness", "#churn");
        var reading = ReadAllAsync(witness);
        await ChurnAsync(server, warmUp, first: 0);
        var before = server.ResidentBytes;
        await ChurnAsync(server, sessions, first: warmUp);
        var after = server.ResidentBytes;

        // A leak of a session, some 10 kB, would show as 90 MB even in the short form.
        const long slack = 40L * 1024 * 1024;
        Assert.True(after < before + slack, $"{before / 1024 / 1024} MiB became {after / 1024 / 1024} MiB.");
        witness.Reset();
        await reading;
    }

    private static async Task ChurnAsync(ServerProcess server, int sessions, int first) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(first, sessions),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) =>
            {
                using var client = await Client.RegisterAsync(server, $"c{number}", $"#room{number % 50}");
                await client.SendAsync(
                    $"JOIN #own{number}", "MODE #churn", $"PRIVMSG #room{number % 50} :hello", $"NICK x{number}", "WHOIS witness");
                await client.SyncAsync();
                if (number % 2 == 0) return;
                await client.SendAsync("QUIT");
                await client.ReadToEndAsync();
            });

    private static async Task ReadAllAsync(Client client)
    {
        while (await client.ReadLineAsync() is not null)
        {
        }
    }

    private static async Task FloodAsync(Client flooder, CancellationToken enough)
    {
        var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("PRIVMSG #rude :" + new string('x', 300) + "\r\n", 200)));
        try
        {
            while (!enough.IsCancellationRequested) await flooder.Stream.WriteAsync(lines, enough);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Told to stop, or closed by the server.
        }
    }

    /// <summary>How long 99 of 100 messages take at most. Unit: milliseconds.</summary>
    private static async Task<double> P99Async(Client from, Client to)
    {
        var times = new double[Samples];
        for (var i = 0; i < Samples; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await from.SendAsync($"PRIVMSG #polite :sample {i}.");
            await to.ReadUntilAsync($":sample {i}.");
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Samples * 99 / 100];
    }
}
