using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChatServer.EndToEnd.Tests;

/// <summary>What rude clients cost the others.</summary>
public sealed class LoadTests
{
    private const int Samples = 400;
    private const int Attempts = 8;
    private static readonly string[] Flooded = ["--Flood:CommandsPerSecond=100", "--Flood:Burst=10000"];

    private int _flooders;

    /// <summary>The flood takes processor time from everybody on the machine, wherever it goes. So it goes to another server first:
    /// what is more when it goes to ours is our server's doing.</summary>
    [Fact]
    public async Task A_flood_at_full_speed_does_not_make_polite_users_wait_three_times_as_long()
    {
        await using var server = await ServerProcess.StartAsync(Flooded);
        await using var elsewhere = await ServerProcess.StartAsync(Flooded);
        using var alice = await Client.RegisterAsync(server, "alice", "#polite");
        using var bob = await Client.RegisterAsync(server, "bob", "#polite");
        await P99Async(alice, bob);

        // A busy machine may spoil an attempt, of course; a server that lets a flood through spoils them all.
        var ratios = new List<double>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var spared = await P99BesideFloodAsync(alice, bob, elsewhere);
            var flooded = await P99BesideFloodAsync(alice, bob, server);
            ratios.Add(flooded / spared);
            if (ratios[^1] <= 3) return;
        }

        var shown = ratios.Select(ratio => ratio.ToString("0.0", CultureInfo.InvariantCulture));
        Assert.Fail($"p99 with a flood here, to p99 with a flood elsewhere: {string.Join(", ", shown)}");
    }

    private async Task<double> P99BesideFloodAsync(Client alice, Client bob, ServerProcess target)
    {
        using var flooder = await Client.RegisterAsync(target, $"rude{++_flooders}", "#rude");
        using var enough = new CancellationTokenSource();
        var flood = FloodAsync(flooder, enough.Token);
        var p99 = await P99Async(alice, bob);
        await enough.CancelAsync();
        flooder.Reset();
        await flood;
        return p99;
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
