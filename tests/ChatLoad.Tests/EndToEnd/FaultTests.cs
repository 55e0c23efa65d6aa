namespace ChatLoad.Tests.EndToEnd;

/// <summary>What a server does wrong is found, all of it and nothing else: a relay on real sockets does it.</summary>
public sealed class FaultTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private const int Sent = 500;
    private const int Receivers = 19;
    private const int Arrivals = Sent * Receivers;

    private static readonly string[] Work =
        ["fanout", "--members", "20", "--window", "4", "--count", "500", "--duration", "2m", "--warmup", "0s", "--drain", "1s"];

    [Fact]
    public async Task Lost_messages_are_counted_and_fail_the_run()
    {
        var load = await RunAsync(FaultyRelay.DropOneIn(1_000));

        load.Ending((int)ExitCode.ThresholdCrossed);
        Assert.Equal((Sent, Arrivals), (load.Run!.Load.Sent, load.Run.Load.Expected));
        Assert.Equal((Arrivals - 9, 9), (load.Run.Load.Delivered, load.Run.Load.Lost));
        Assert.Equal((0, 0), (load.Run.Load.OutOfOrder, load.Run.Load.Duplicated));
        Assert.Contains("FAILED  lost=0: it is 9", load.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_messages_that_changed_places_are_counted_and_fail_the_run()
    {
        var load = await RunAsync(FaultyRelay.SwapOnce(1_234));

        load.Ending((int)ExitCode.ThresholdCrossed);
        Assert.Equal((1, 0, 0), (load.Run!.Load.OutOfOrder, load.Run.Load.Lost, load.Run.Load.Duplicated));
        Assert.Contains("FAILED  out-of-order=0: it is 1", load.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_messages_are_counted_and_fail_the_run()
    {
        var load = await RunAsync(FaultyRelay.RepeatOneIn(1_000));

        load.Ending((int)ExitCode.ThresholdCrossed);
        Assert.Equal((9, 0, 0), (load.Run!.Load.Duplicated, load.Run.Load.Lost, load.Run.Load.OutOfOrder));
        Assert.Equal(Arrivals, load.Run.Load.Delivered);
    }

    [Fact]
    public async Task Losses_are_found_among_people_who_come_and_go()
    {
        using var relay = new FaultyRelay(server.PlainPort, FaultyRelay.DropOneIn(500));

        var load = await LoadProcess.RunAsync(
            "evening", "--people", "60", "--rooms", "3", "--rate", "200", "--duration", "3s", "--warmup", "0s", "--drain", "1s", "--server",
            relay.Address);

        // Hardly any of them falls on somebody who is just leaving, to whom nothing is promised.
        load.Ending((int)ExitCode.ThresholdCrossed);
        var dropped = load.Run!.Load.Expected / 500.0;
        Assert.InRange(load.Run.Load.Lost, dropped * 0.7, dropped * 1.5);
        Assert.Equal((0, 0), (load.Run.Load.OutOfOrder, load.Run.Load.Duplicated));
    }

    [Fact]
    public async Task A_relay_that_does_nothing_wrong_passes()
    {
        var load = await RunAsync(FaultyRelay.DropOneIn(int.MaxValue));

        load.Ending((int)ExitCode.Ok);
        Assert.Equal((Arrivals, 0), (load.Run!.Load.Delivered, load.Run.Load.Lost));
    }

    [Fact]
    public async Task A_threshold_may_allow_losses() =>
        (await RunAsync(FaultyRelay.DropOneIn(1_000), "--threshold", "lost<10")).Ending((int)ExitCode.Ok);

    private async Task<LoadProcess> RunAsync(FaultyRelay.Fault fault, params string[] more)
    {
        using var relay = new FaultyRelay(server.PlainPort, fault);
        return await LoadProcess.RunAsync([.. Work, "--server", relay.Address, .. more]);
    }
}
