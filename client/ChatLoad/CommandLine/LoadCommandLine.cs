using System.CommandLine;
using ChatLoad.Load;

namespace ChatLoad.CommandLine;

/// <summary>Runs a scenario and reports on it.</summary>
/// <param name="scenario">Its name.</param>
/// <param name="settings">What is to be done.</param>
/// <param name="given">The settings that were given on the command line, for the report.</param>
/// <param name="report">Where and how to report.</param>
internal delegate Task<ExitCode> ScenarioRunner(
    string scenario, LoadSettings settings, IReadOnlyList<string> given, ReportSettings report);

/// <summary>The commands of the program, and their help.</summary>
internal static class LoadCommandLine
{
    private const string Description = """
        A load tester for IRC servers.

          chat-load fanout --members 500 --senders 5 --window 8 --pid $(pidof ngircd)     closed loop: how much it can do
          chat-load fanout --members 100 --rate 200 --threshold 'p99<20ms'                open loop: how fast it answers
          chat-load run evening.json --html evening.html
          chat-load --compare before.json after.json

        Each message carries its sender, its number and the time, so every delivery is checked and timed.

        Exit codes:
          0    all thresholds hold; without any, nothing was lost, duplicated or out of order, and no connection ended
          1    a threshold does not hold
          2    wrong usage
          3    the load could not be set up (no server, clients refused, too few descriptors)
          105  Ctrl+C or SIGTERM: no more is sent, what is under way is waited for, and the report is of what was
               measured until then. A second Ctrl+C ends at once, without a report
        """;

    /// <summary>The root command.</summary>
    /// <param name="run">Runs a scenario.</param>
    /// <param name="compare">Compares the runs in two files, and writes a page if one is requested.</param>
    /// <param name="work">Works as one of several processes.</param>
    public static RootCommand Create(
        ScenarioRunner run, Func<FileInfo, FileInfo, FileInfo?, ExitCode> compare, Func<Task<ExitCode>> work)
    {
        var comparison = new Option<FileInfo[]>("--compare")
        {
            Description = "Show two runs side by side",
            HelpName = "A.json B.json",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var page = new Option<FileInfo?>("--html") { Description = "With --compare: write a page with both to a file", HelpName = "FILE" };
        var worker = new Option<bool>("--worker") { Hidden = true };
        var root = new RootCommand(Description) { comparison, page, worker };
        root.SetAction(async result =>
        {
            if (result.GetValue(worker))
                return (int)await work();
            if (result.GetValue(comparison) is [var first, var second])
                return (int)compare(first, second, result.GetValue(page));
            await Console.Error.WriteLineAsync("chat-load: name a scenario, or --compare two files; chat-load --help tells more");
            return (int)ExitCode.Usage;
        });

        foreach (var row in ScenarioTable.Rows)
            root.Add(CreateScenario(row, run));
        root.Add(CreateRun(root));
        return root;
    }

    private static Command CreateScenario(ScenarioRow row, ScenarioRunner run)
    {
        var (kind, name, description, table) = row;
        var command = new Command(name, description);
        foreach (var option in table.Options.Concat(ReportOptions.All))
            command.Add(option);
        command.SetAction(async result =>
        {
            var settings = table.Apply(new LoadSettings { Scenario = kind }, result);
            if (Combinations.Fault(settings) is { } fault)
            {
                await Console.Error.WriteLineAsync($"chat-load: {fault}");
                return (int)ExitCode.Usage;
            }

            return (int)await run(name, settings, Given(result, table), ReportOptions.Read(result));
        });
        return command;
    }

    private static Command CreateRun(RootCommand root)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The scenario and its options, see docs/load-testing.md" };
        var command = new Command("run", "Run a scenario from a JSON file; options after the file go over those in it")
        {
            file,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async result =>
        {
            string[] arguments;
            try
            {
                arguments = ScenarioFile.ToArguments(result.GetRequiredValue(file), result.UnmatchedTokens);
            }
            catch (IOException error)
            {
                await Console.Error.WriteLineAsync($"chat-load: {error.Message}");
                return (int)ExitCode.Usage;
            }

            return await InvokeAsync(root, arguments);
        });
        return command;
    }

    /// <summary>Parses and runs a command line; its faults go to standard error, without the whole help.</summary>
    /// <remarks>Signals are left alone: <see cref="Interruption"/> handles them, and needs more than the seconds that the library would
    /// allow.</remarks>
    public static async Task<int> InvokeAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync($"chat-load: {error.Message}");
        var command = parsed.CommandResult.Command;
        await Console.Error.WriteLineAsync($"chat-load: see {(command == root ? "chat-load" : $"chat-load {command.Name}")} --help");
        return (int)ExitCode.Usage;
    }

    // The settings that were given, for the report; the report options are not part of them.
    private static string[] Given(ParseResult result, SettingTable table) =>
    [
        .. from option in table.Options
           let given = result.GetResult(option)
           where given is { Implicit: false } && option.Name is not ("--password" or "--pid")
           select $"{option.Name} {string.Join(' ', given.Tokens)}",
    ];
}
