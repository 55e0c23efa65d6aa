using System.Net;
using ChatLoad.CommandLine;
using ChatLoad.Load;
using ChatLoad.Scenarios;
using ChatLoad.Wire;

namespace ChatLoad.Tests.CommandLine;

public class LoadCommandLineTests
{
    private LoadSettings? _settings;
    private ReportSettings? _report;
    private IReadOnlyList<string> _given = [];

    [Fact]
    public async Task Options_become_settings()
    {
        Assert.Equal(0, await InvokeAsync(
            "fanout", "--server", "[::1]:7000", "--transport", "wss", "--rooms", "3", "--members", "20", "--senders", "2", "--window", "8",
            "--release", "all", "--stage", "1s:2", "--stage", "3s:0.5", "--count", "100", "--cap", "echo-message server-time"));

        Assert.Equal((ScenarioKind.Fanout, "::1", 7000), (_settings!.Scenario, _settings.Host, _settings.Port));
        Assert.Equal(Transport.SecureWebSocket, _settings.Transport);
        Assert.Equal((3, 20, 2, 8), (_settings.Rooms, _settings.Members, _settings.Senders, _settings.Window));
        Assert.Equal((true, false, true, 100L), (_settings.WaitsForAll, _settings.IsOpenLoop, _settings.HasEcho, _settings.Count));
        Assert.Equal([new Stage(TimeSpan.FromSeconds(1), 2), new Stage(TimeSpan.FromSeconds(3), 0.5)], _settings.Stages.ToArray());
        Assert.Contains("--members 20", _given);
    }

    [Fact]
    public async Task What_is_not_given_is_left_at_its_default()
    {
        Assert.Equal(0, await InvokeAsync("fanout"));

        Assert.Equal(
            new LoadSettings { Scenario = ScenarioKind.Fanout, Warmup = TimeSpan.FromSeconds(1) },
            _settings! with { Stages = [], Pids = [] });
        Assert.Empty(_given);
        Assert.Empty(_report!.Thresholds);
    }

    [Fact]
    public async Task An_evening_has_a_rate_in_any_case()
    {
        await InvokeAsync("evening", "--people", "500");
        Assert.Equal(50, _settings!.Rate);

        await InvokeAsync("evening", "--people", "500", "--rate", "3");
        Assert.Equal(3, _settings.Rate);
    }

    [Fact]
    public async Task Thresholds_are_read()
    {
        Assert.Equal(0, await InvokeAsync("pm", "--threshold", "p99<20ms", "--threshold", "lost=0", "--label", "before"));

        Assert.Equal(["p99<20ms", "lost=0"], _report!.Thresholds.Select(threshold => threshold.Text));
        Assert.Equal("before", _report.Label);
    }

    [Theory]
    [InlineData("fanout", "--members", "x")]
    [InlineData("fanout", "--members", "1")]
    [InlineData("fanout", "--payload", "40")]
    [InlineData("fanout", "--payload", "401")]
    [InlineData("fanout", "--rate", "-1")]
    [InlineData("fanout", "--duration", "long")]
    [InlineData("fanout", "--stage", "10s")]
    [InlineData("fanout", "--threshold", "p98<1s")]
    [InlineData("fanout", "--threshold", "p99<1x")]
    [InlineData("fanout", "--threshold", "p99")]
    [InlineData("fanout", "--server", "a/b")]
    [InlineData("fanout", "--transport", "udp")]
    [InlineData("fanout", "--pid", "0")]
    [InlineData("fanout", "--release", "some")]
    [InlineData("fanout", "--members", "5", "--senders", "5")]
    [InlineData("fanout", "--rooms", "2", "--overlap", "3")]
    [InlineData("fanout", "--rooms", "5", "--members", "7", "--overlap", "3")]
    [InlineData("slow", "--members", "5", "--senders", "2", "--slow", "3")]
    [InlineData("fanout", "--release", "all", "--processes", "2")]
    [InlineData("pm", "--pairs", "1", "--processes", "2")]
    [InlineData("connect", "--stage", "10s:5")]
    [InlineData("pm", "--members", "5")]
    [InlineData("tea")]
    [InlineData("run", "/nowhere/evening.json")]
    [InlineData("--compare", "one.json")]
    [InlineData("")]
    public async Task What_makes_no_sense_is_refused_as_wrong_usage(params string[] arguments)
    {
        Assert.Equal((int)ExitCode.Usage, await InvokeAsync([.. arguments.Where(argument => argument.Length > 0)]));
        Assert.Null(_settings);
    }

    [Fact]
    public async Task A_file_is_run_as_the_command_line_that_it_stands_for()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "scenario": "storm", "connections": 30, "waves": 2 }""");

        Assert.Equal(0, await InvokeAsync("run", file, "--waves", "5"));

        Assert.Equal((ScenarioKind.Storm, 30, 5), (_settings!.Scenario, _settings.Connections, _settings.Waves));
        File.Delete(file);
    }

    [Fact]
    public void Source_addresses_are_those_of_loopback_and_only_for_servers_there()
    {
        var near = new Target("localhost", new IPEndPoint(IPAddress.Loopback, 1), Transport.Tcp, "/", sources: 300);
        var far = new Target("irc", new IPEndPoint(IPAddress.Parse("192.0.2.1"), 1), Transport.Tcp, "/", sources: 300);

        Assert.Equal(
            ["127.0.0.1:0", "127.0.0.255:0", "127.0.1.0:0", "127.0.1.44:0", "127.0.0.1:0"],
            new[] { 0, 254, 255, 299, 300 }.Select(number => near.SourceOf(number)!.ToString()));
        Assert.Null(far.SourceOf(0));
    }

    private Task<int> InvokeAsync(params string[] arguments) => LoadCommandLine.InvokeAsync(
        LoadCommandLine.Create(
            (_, settings, given, report) =>
            {
                (_settings, _given, _report) = (settings, given, report);
                return Task.FromResult(ExitCode.Ok);
            },
            (_, _, _) => ExitCode.Ok,
            () => Task.FromResult(ExitCode.Ok)),
        arguments);
}
