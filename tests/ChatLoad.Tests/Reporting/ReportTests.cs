using System.Text.RegularExpressions;
using System.Xml.Linq;
using ChatLoad.Load;
using ChatLoad.Reporting;
using ChatLoad.Scenarios;
using Spectre.Console;

namespace ChatLoad.Tests.Reporting;

public sealed partial class ReportTests : IDisposable
{
    private static readonly LoadSettings Settings = new() { Scenario = ScenarioKind.Fanout };

    private readonly FileInfo _file = new(Path.GetTempFileName());

    public void Dispose() => _file.Delete();

    [Fact]
    public void A_run_is_read_as_it_was_written()
    {
        var run = Runs.Create(lost: 7, settings: ["--rooms 3"]);

        JsonFile.Write(_file, run);
        var again = JsonFile.Read(_file);

        Assert.All(Metrics.All, metric => Assert.Equal(metric.Of(run), metric.Of(again)));
        Assert.Equal(HtmlPage.Render([run], []), HtmlPage.Render([again], []));
        Assert.Equal(ClosingText(run), ClosingText(again));
    }

    [Theory]
    [InlineData("nonsense", "holds no run of chat-load")]
    [InlineData("{}", "holds no run of chat-load")]
    public void A_file_that_holds_no_run_is_named(string content, string message)
    {
        File.WriteAllText(_file.FullName, content);

        var error = Assert.Throws<IOException>(() => JsonFile.Read(_file));

        Assert.Contains(_file.FullName, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_compared_figure_by_figure_with_their_ratio_and_what_differs_in_the_work()
    {
        var before = Runs.Create("before", settings: ["--rooms 3", "--members 5"]);
        var after = Runs.Create("after", lost: 1, latency: 10_000_000, settings: ["--rooms 3", "--members 6"]);

        var rows = Comparison.Rows(before, after).ToDictionary(row => row.Name);

        Assert.Equal(new Comparison.Row("max", "latency", "5.00 ms", "10.0 ms", "2.00"), rows["max"]);
        Assert.Equal(new Comparison.Row("lost", "arrivals that did not come", "0", "1", ""), rows["lost"]);
        Assert.DoesNotContain("lag", rows.Keys);
        Assert.Equal(["only before: --members 5", "only after: --members 6"], Comparison.Differences(before, after));
    }

    [Fact]
    public void Two_runs_of_one_name_go_by_their_files()
    {
        var run = Runs.Create("fanout");

        var (first, second) = Comparison.ToldApart(run, "before.json", run, "after.json");
        var (named, other) = Comparison.ToldApart(run with { Label = "ngircd" }, "before.json", run, "after.json");

        Assert.Equal(("before.json", "after.json"), (first.Label, second.Label));
        Assert.Equal(("ngircd", "fanout"), (named.Label, other.Label));
    }

    [Fact]
    public void The_page_needs_nothing_but_itself_and_is_well_formed()
    {
        var page = HtmlPage.Render([Runs.Create()], [Threshold.TryParse("lost=0", out _)!, Threshold.TryParse("p50<1ms", out _)!]);

        Assert.DoesNotMatch(Reference(), page);
        Assert.Equal(5, page.Split("<svg ").Length - 1);
        Assert.Contains("held: lost=0", page, StringComparison.Ordinal);
        Assert.Contains("failed: p50&lt;1ms: it is 2.51 ms", page, StringComparison.Ordinal);
        Assert.Contains("2 times: a &lt;b&gt; &amp; c", page, StringComparison.Ordinal);
        var attributes = Drawing().Matches(page).SelectMany(match => XElement.Parse(match.Value).DescendantsAndSelf().Attributes());
        Assert.All(attributes, attribute => Assert.DoesNotContain("NaN", attribute.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_of_two_runs_has_their_latencies_in_one_plot()
    {
        var page = HtmlPage.Render([Runs.Create("before"), Runs.Create("after")], []);

        Assert.Equal(2, Drawing().Match(page).Value.Split("<polyline").Length - 1);
        Assert.Contains("<h2>delivered of after</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_closing_report_says_what_failed_and_what_to_doubt()
    {
        var run = Runs.Create(lost: 7) with { Warnings = ["bottleneck: me"] };

        var text = ClosingText(run);

        Assert.Matches(@"lost +7\b", text);
        Assert.Matches(@"CPU per arrival +1.01 ms", text);
        Assert.Matches(@"memory per connection +2.0 KB", text);
        Assert.Contains("WARNING  bottleneck: me", text, StringComparison.Ordinal);
        Assert.Contains("PROBLEM  2 x a <b> & c", text, StringComparison.Ordinal);
        Assert.Contains("FAILED  lost=0: it is 7", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_at_its_limit_beside_a_server_that_is_not_calls_itself_the_bottleneck()
    {
        var idle = Runs.Create();
        var busy = idle with { Load = idle.Load with { BusiestShare = 0.97 } };

        Assert.Empty(Doubts.About(idle, Settings));
        Assert.Equal(
            "bottleneck: this program used 0.97 of a core, the server 0.50: it limits the rate",
            Assert.Single(Doubts.About(busy, Settings)));
        Assert.StartsWith("bottleneck: ", Assert.Single(Doubts.About(busy with { Server = null }, Settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_that_left_late_are_the_generators_fault_and_it_says_so()
    {
        var run = Runs.Create();
        var late = run with { Load = run.Load with { Lag = run.Load.Latency } };

        Assert.StartsWith("lag: ", Assert.Single(Doubts.About(late, Settings with { Rate = 100 })), StringComparison.Ordinal);
        Assert.Empty(Doubts.About(late, Settings));
    }

    [Fact]
    public void A_server_that_ended_and_a_run_that_was_ended_are_mentioned()
    {
        var run = Runs.Create();

        Assert.StartsWith(
            "server: a process given with --pid has ended",
            Assert.Single(Doubts.About(run with { Server = null }, Settings with { Pids = [1] })), StringComparison.Ordinal);
        Assert.StartsWith(
            "interrupted: ", Assert.Single(Doubts.About(run with { IsInterrupted = true }, Settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Strangers_on_the_machine_are_mentioned()
    {
        var run = Runs.Create() with { MachineCores = 1.9 };

        Assert.StartsWith("strangers: other programs used 0.9 cores", Assert.Single(Doubts.About(run, Settings)), StringComparison.Ordinal);
    }

    private static string ClosingText(ChatLoad.Measuring.RunReport run)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 200;
        ClosingReport.Write(console, run, Threshold.WithDefaults([]));
        return text.ToString();
    }

    [GeneratedRegex("""(src|href)=|url\(|@import""")]
    private static partial Regex Reference();

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
