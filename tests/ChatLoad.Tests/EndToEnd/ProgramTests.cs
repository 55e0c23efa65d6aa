namespace ChatLoad.Tests.EndToEnd;

/// <summary>The program as a user and a script see it.</summary>
public sealed class ProgramTests(ServerProcess server) : IClassFixture<ServerProcess>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chat-load-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_threshold_that_does_not_hold_sets_the_exit_code_and_is_explained()
    {
        var load = await LoadProcess.RunBareAsync([.. Short(), "--threshold", "p50<1us", "--threshold", "lost=0"]);

        load.Ending((int)ExitCode.ThresholdCrossed);
        Assert.Contains("FAILED  p50<1us: it is ", load.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED  lost", load.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_run_and_its_results_are_written_and_compared()
    {
        var (file, one, other, page) = (At("fanout.json"), At("one.json"), At("other.json"), At("page.html"));
        await File.WriteAllTextAsync(file, $$"""
            {
              "scenario": "fanout", "server": "127.0.0.1:{{server.PlainPort}}", "members": 5, "count": 20, "warmup": "0s",
              "threshold": ["lost=0"]
            }
            """);

        (await LoadProcess.RunBareAsync("run", file, "--json", one, "--label", "one", "--html", page)).Ending((int)ExitCode.Ok);
        (await LoadProcess.RunBareAsync("run", file, "--json", other, "--label", "other", "--members", "9")).Ending((int)ExitCode.Ok);
        var comparison = (await LoadProcess.RunBareAsync("--compare", one, other, "--html", At("both.html"))).Ending((int)ExitCode.Ok);

        Assert.Matches(@"delivered +80 +160 +2.00", comparison.Output);
        Assert.Contains("only one: --members 5", comparison.Output, StringComparison.Ordinal);
        Assert.Contains("</html>", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        Assert.Contains("</html>", await File.ReadAllTextAsync(At("both.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_not_a_result()
    {
        var load = (await LoadProcess.RunBareAsync("fanout", "--server", "127.0.0.1:1")).Ending((int)ExitCode.Failed);

        Assert.Contains("connection ended: Connection refused", load.Errors, StringComparison.Ordinal);
        Assert.Empty(load.Output);
    }

    [Fact]
    public async Task A_failure_in_one_of_several_processes_is_told_as_well()
    {
        var load = (await LoadProcess.RunBareAsync("fanout", "--server", "127.0.0.1:1", "--processes", "2")).Ending((int)ExitCode.Failed);

        Assert.Contains("connection ended: Connection refused", load.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_a_failure() =>
        (await LoadProcess.RunBareAsync("connect", "--server", "no-such-host.invalid")).Ending((int)ExitCode.Failed);

    [Fact]
    public async Task More_connections_than_descriptors_are_refused_beforehand_with_what_helps()
    {
        var load = (await LoadProcess.RunBareAsync("connect", "--connections", "2000000000")).Ending((int)ExitCode.Failed);

        Assert.Contains("add --processes ", load.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_another_kind_are_not_compared()
    {
        await File.WriteAllTextAsync(At("a.json"), "{}");

        var load = (await LoadProcess.RunBareAsync("--compare", At("a.json"), At("a.json"))).Ending((int)ExitCode.Usage);

        Assert.Contains("holds no run", load.Errors, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string[] Short() => ["fanout", .. server.OptionsFor("tcp"), "--members", "5", "--count", "20", "--warmup", "0s"];
}
