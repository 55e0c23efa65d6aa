using System.Globalization;
using ChatLoad;
using ChatLoad.CommandLine;
using ChatLoad.Load;
using ChatLoad.Processes;
using ChatLoad.Reporting;
using ChatLoad.Scenarios;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var output = CreateConsole(Console.Out, Console.IsOutputRedirected);
var errors = CreateConsole(Console.Error, Console.IsErrorRedirected);
return await LoadCommandLine.InvokeAsync(LoadCommandLine.Create(RunAsync, Compare, Worker.RunAsync), args);

async Task<ExitCode> RunAsync(string scenario, LoadSettings settings, IReadOnlyList<string> given, ReportSettings wanted)
{
    IProgressView progress = wanted.IsQuiet ? new NoView() : Console.IsErrorRedirected ? new LineView(Console.Error) : new LiveView(errors);
    using var interruption = new Interruption(atOnce: () => errors.Cursor.Show());
    try
    {
        var run = await LoadRunner.RunAsync(scenario, settings, given, wanted.Label, progress, interruption.Token);
        Threshold[] thresholds = [.. Threshold.WithDefaults(wanted.Thresholds)];
        ClosingReport.Write(output, run, thresholds);
        if (wanted.Json is { } json)
            JsonFile.Write(json, run);
        if (wanted.Html is { } html)
            HtmlPage.Write(html, [run], thresholds);
        return run.IsInterrupted ? ExitCode.Interrupted
            : thresholds.All(threshold => threshold.Holds(run)) ? ExitCode.Ok
            : ExitCode.ThresholdCrossed;
    }
    catch (LoadFailedException error)
    {
        return Complain(error.Message, interruption.Token.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed);
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        return Complain(error.Message, ExitCode.Usage);
    }
}

ExitCode Compare(FileInfo first, FileInfo second, FileInfo? page)
{
    try
    {
        var (one, other) = Comparison.ToldApart(JsonFile.Read(first), $"{first}", JsonFile.Read(second), $"{second}");
        Comparison.Write(output, one, other);
        if (page is not null)
            HtmlPage.Write(page, [one, other], []);
        return ExitCode.Ok;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        return Complain(error.Message, ExitCode.Usage);
    }
}

static ExitCode Complain(string why, ExitCode code)
{
    Console.Error.WriteLine($"chat-load: {why}");
    return code;
}

// Without a terminal there is no width to go by; lines must not be broken at the 80 columns that Spectre.Console assumes.
static IAnsiConsole CreateConsole(TextWriter writer, bool isRedirected)
{
    var console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    });
    if (isRedirected)
        console.Profile.Width = 200;
    return console;
}
