namespace ChatLoad.Tests.EndToEnd;

/// <summary>Every scenario against our own server, briefly.</summary>
public sealed class ScenarioTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    [Theory]
    [InlineData("tcp")]
    [InlineData("tls")]
    [InlineData("ws")]
    [InlineData("wss")]
    public async Task Rooms_work_over_every_transport(string transport)
    {
        var load = await RunAsync(
            [
                .. server.OptionsFor(transport), "--rooms", "2", "--members", "10", "--senders", "2", "--window", "3",
                "--count", "200", "--warmup", "200ms",
            ],
            "fanout");

        Assert.Equal((200, 1_800, 1_800), (load.Run!.Load.Sent, load.Run.Load.Expected, load.Run.Load.Delivered));
        Assert.Equal((1_800, 20, 20), (load.Run.Load.Latency.Total, load.Run.Load.Connecting.Total, load.Run.Load.Registering.Total));
    }

    [Fact]
    public async Task Rooms_in_an_open_loop_get_what_is_due()
    {
        var load = await RunAsync("--members", "5", "--rate", "0", "--stage", "1s:100", "--stage", "500ms:0", "fanout");

        Assert.Equal((75, 300), (load.Run!.Load.Sent, load.Run.Load.Delivered));
        Assert.Equal(75, load.Run.Load.Lag.Total);
    }

    [Fact]
    public async Task Rooms_wait_for_all_members_where_that_is_asked_for()
    {
        var load = await RunAsync("--members", "10", "--window", "2", "--release", "all", "--count", "50", "fanout");

        Assert.Equal(450, load.Run!.Load.Delivered);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Members_of_several_rooms_hear_each_of_them(string processes)
    {
        var load = await RunAsync(
            "--rooms", "6", "--members", "10", "--overlap", "3", "--senders", "2", "--window", "2", "--count", "120", "--processes",
            processes, "fanout");

        Assert.Equal((120, 1_080, 20), (load.Run!.Load.Sent, load.Run.Load.Delivered, load.Run.Load.Connecting.Total));
        Assert.True(load.Run.Server!.CpuToJoin > 0);
    }

    [Fact]
    public async Task Rooms_hear_their_speakers_themselves_with_echo_message()
    {
        var load = await RunAsync("--members", "10", "--cap", "echo-message message-tags server-time", "--count", "50", "fanout");

        Assert.Equal(500, load.Run!.Load.Delivered);
    }

    [Fact]
    public async Task Several_processes_share_a_room_and_check_it_together()
    {
        var load = await RunAsync("--members", "21", "--senders", "3", "--window", "2", "--count", "101", "--processes", "3", "fanout");

        // Each process stops at its share of the count: 33, 34 and 34.
        Assert.Equal((101, 2_020, 2_020), (load.Run!.Load.Sent, load.Run.Load.Expected, load.Run.Load.Delivered));
        Assert.Equal(21, load.Run.Load.Connecting.Total);
        Assert.Equal(21, load.Run.Server!.Connections);
    }

    [Fact]
    public async Task A_process_without_senders_leaves_the_rate_to_the_others()
    {
        var load = await RunAsync("--members", "8", "--rate", "100", "--duration", "1s", "--processes", "2", "fanout");

        Assert.Equal((100, 700), (load.Run!.Load.Sent, load.Run.Load.Delivered));
    }

    [Fact]
    public async Task Private_messages_end_after_so_many_round_trips() =>
        Assert.Equal(100, (await RunAsync("--pairs", "5", "--count", "50", "pm")).Run!.Load.Sent);

    [Fact]
    public async Task Private_messages_go_there_and_back()
    {
        var load = await RunAsync("--pairs", "5", "--window", "2", "--duration", "500ms", "pm");

        Assert.True(load.Run!.Load.Delivered > 0);
        Assert.Equal(load.Run.Load.Delivered, 2 * load.Run.Load.Latency.Total);
        Assert.Equal(load.Run.Load.Sent, load.Run.Load.Delivered);
    }

    [Fact]
    public async Task Connections_are_opened_and_held()
    {
        var load = await RunAsync("--connections", "40", "--hold", "200ms", "connect");

        Assert.Equal((40, 40, 40), (load.Run!.Load.Sent, load.Run.Load.Delivered, load.Run.Server!.Connections));
        Assert.True(load.Run.Server.CpuPerUnit(40) > 0);
        Assert.NotNull(load.Run.Server.BytesPerConnection);
    }

    [Fact]
    public async Task Connections_come_at_the_rate_asked_for() =>
        Assert.Equal(30, (await RunAsync("--connections", "30", "--rate", "100", "--hold", "0s", "connect")).Run!.Load.Lag.Total);

    [Fact]
    public async Task People_come_speak_and_go() =>
        Assert.Equal(60, (await RunAsync("--concurrent", "5", "--count", "60", "--duration", "1m", "churn")).Run!.Load.Delivered);

    [Fact]
    public async Task A_storm_ends_with_everybody_back()
    {
        var load = await RunAsync("--connections", "30", "--rooms", "3", "--waves", "2", "storm");

        Assert.Equal((60, 60), (load.Run!.Load.Sent, load.Run.Load.Delivered));
        Assert.Equal(2, load.Run.Load.Figures.Count(figure => figure.Name.EndsWith("all back after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Readers_that_are_too_slow_are_no_loss_to_the_others()
    {
        var load = await RunAsync("--members", "10", "--slow", "2", "--payload", "400", "--window", "8", "--count", "2000", "slow");

        Assert.Equal(2_000 * 7, load.Run!.Load.Delivered);
        Assert.Contains(load.Run.Load.Figures, figure => figure.Name == "slow readers still connected");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_evening_of_comings_and_goings_loses_nothing(int seed)
    {
        var load = await RunAsync(
            "--people", "120", "--rooms", "6", "--rate", "300", "--duration", "3s", "--seed", $"{seed}", "--processes", $"{seed}",
            "evening");

        Assert.True(load.Run!.Load.Sent > 500);
        Assert.Equal(load.Run.Load.Expected, load.Run.Load.Delivered);
        Assert.NotEmpty(load.Run.Load.Figures);
    }

    private Task<LoadProcess> RunAsync(params string[] optionsAndScenario) => RunAsync(
        [.. server.OptionsFor("tcp"), .. optionsAndScenario[..^1]], optionsAndScenario[^1]);

    private async Task<LoadProcess> RunAsync(string[] options, string scenario)
    {
        // On a busy machine the server may stand still for longer than the two seconds that are waited for a delivery otherwise.
        string[] patience = scenario is "connect" or "storm" ? [] : ["--drain", "1m"];
        var load = (await LoadProcess.RunAsync([scenario, .. options, .. patience, "--pid", server.ProcessId])).Ending((int)ExitCode.Ok);
        Assert.Equal((0, 0, 0), (load.Run!.Load.Lost, load.Run.Load.Duplicated, load.Run.Load.OutOfOrder));
        return load;
    }
}
