using System.Net;
using System.Net.Sockets;

namespace ChatLoad.Tests.EndToEnd;

/// <summary>Ctrl+C: a run that was ended early still tells what it has found out.</summary>
public sealed class InterruptionTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private const string Measuring = "measuring";
    private const string Draining = "interrupted, waiting for the last";

    [Theory]
    [InlineData("fanout", "--members", "5", "--rate", "100")]
    [InlineData("fanout", "--members", "8", "--window", "2", "--senders", "2", "--processes", "2")]
    [InlineData("pm", "--pairs", "3")]
    [InlineData("churn", "--concurrent", "3")]
    [InlineData("evening", "--people", "20", "--rooms", "3")]
    public async Task The_load_stops_and_what_was_under_way_is_in_the_report(string scenario, params string[] options)
    {
        var load = await LoadProcess.InterruptAsync(
            [Measuring],
            [scenario, .. server.OptionsFor("tcp"), .. options, "--duration", "1h", "--drain", "1m", "--threshold", "p50<1us"]);

        load.Ending((int)ExitCode.Interrupted);
        Assert.True(load.Run!.IsInterrupted);
        Assert.Equal((load.Run.Load.Expected, 0), (load.Run.Load.Delivered, load.Run.Load.Lost));
        Assert.Contains("WARNING  interrupted", load.Output, StringComparison.Ordinal);
        Assert.Contains("p99.99", load.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_are_no_longer_held()
    {
        var load = await LoadProcess.InterruptAsync(
            ["holding"], ["connect", .. server.OptionsFor("tcp"), "--connections", "10", "--hold", "1h"]);

        load.Ending((int)ExitCode.Interrupted);
        Assert.Equal((10, 10), (load.Run!.Load.Expected, load.Run.Load.Delivered));
    }

    [Fact]
    public async Task The_second_time_it_ends_at_once()
    {
        using var relay = new FaultyRelay(server.PlainPort, FaultyRelay.DropOneIn(1));

        var load = await LoadProcess.InterruptAsync(
            [Measuring, Draining],
            "fanout", "--server", relay.Address, "--members", "5", "--rate", "50", "--warmup", "0s", "--duration", "1h", "--drain", "1h");

        load.Ending((int)ExitCode.Interrupted);
        Assert.Null(load.Run);
        Assert.Empty(load.Output);
    }

    [Fact]
    public async Task Before_anything_was_measured_there_is_nothing_to_report()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var load = await LoadProcess.InterruptAsync(["connecting"], "fanout", "--members", "5", "--server", $"{silent.LocalEndpoint}");

        load.Ending((int)ExitCode.Interrupted);
        Assert.Contains("interrupted before anything was measured", load.Errors, StringComparison.Ordinal);
        Assert.Empty(load.Output);
    }
}
