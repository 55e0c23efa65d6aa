using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace ChatServer.EndToEnd.Tests;

/// <summary>Whether users who come and go leave something behind.</summary>
/// <remarks><c>FAULTS_CHURN=01:00:00</c> makes it an hour, and prints a line for each minute. That long, it takes no more than a third of a
/// core, so that it can run beside other work.</remarks>
public sealed class ChurnTests(ITestOutputHelper output)
{
    private const int WarmUp = 3_000;
    private const int ShortForm = 9_000;
    private const int Wave = 100;
    private const double CoresAtMost = 1 / 3.0;

    // A leak of a session, some 10 kB, would show as 90 MB even in the short form.
    private const long Slack = 40L * 1024 * 1024;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _watch = new();
    private int _sessions;

    [Fact]
    public async Task Memory_stays_flat_while_users_come_and_go()
    {
        await using var server = await ServerProcess.StartAsync("--Flood:Enabled=false", "--Serilog:MinimumLevel=Warning");
        using var witness = await Client.RegisterAsync(server, "witness", "#churn");
        var reading = witness.ReadAndForgetAsync();
        await ComeAndGoAsync(server, WarmUp);
        var before = server.ResidentBytes;
        if (TimeSpan.TryParse(Environment.GetEnvironmentVariable("FAULTS_CHURN"), CultureInfo.InvariantCulture, out var wished))
            await ComeAndGoAsync(server, wished);
        else
            await ComeAndGoAsync(server, ShortForm);

        var after = server.ResidentBytes;
        output.WriteLine($"{_sessions} sessions: {MiB(before)} after the first {WarmUp}, {MiB(after)} at the end");
        Assert.True(after < before + Slack, $"{MiB(before)} became {MiB(after)}.");
        witness.Reset();
        await reading;
    }

    private async Task ComeAndGoAsync(ServerProcess server, TimeSpan time)
    {
        _watch.Start();
        var usedBefore = Used(server);
        var reported = TimeSpan.Zero;
        while (_watch.Elapsed < time)
        {
            await ComeAndGoAsync(server, Wave);
            if (_watch.Elapsed - reported >= BetweenReports)
            {
                reported = _watch.Elapsed;
                output.WriteLine(
                    $"{reported:hh\\:mm\\:ss} {_sessions} sessions, {MiB(server.ResidentBytes)}, " +
                    $"{(Used(server) - usedBefore) / reported:0.00} cores");
            }

            // Paces the load; nothing is waited for.
            var rest = ((Used(server) - usedBefore) / CoresAtMost) - _watch.Elapsed;
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
        }
    }

    private async Task ComeAndGoAsync(ServerProcess server, int sessions)
    {
        var first = _sessions;
        _sessions += sessions;
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
    }

    /// <summary>Processor time of the server and of this process, which plays its users.</summary>
    private static TimeSpan Used(ServerProcess server) => server.ProcessorTime + Environment.CpuUsage.TotalTime;

    private static string MiB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MiB");
}
