using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ChatLoad.Reporting;

namespace ChatLoad.CommandLine;

/// <summary>The report options, the same for all scenarios.</summary>
internal static class ReportOptions
{
    private static readonly Option<FileInfo?> Json = new("--json")
    {
        Description = "Write everything that was measured to a file",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Html = new("--html")
    {
        Description = "Write a page with plots to a file",
        HelpName = "FILE",
    };

    private static readonly Option<ImmutableArray<Threshold>> Thresholds = new("--threshold")
    {
        Description = "What must hold for exit code 0, such as 'p99<20ms' or 'lost=0'; may be given several times. " +
            "lost, duplicated, out-of-order, errors and disconnected must be 0 unless something else is said",
        HelpName = "'FIGURE<VALUE'",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = ParseThresholds,
    };

    private static readonly Option<string> Label = new("--label")
    {
        Description = "What the run is called in files and comparisons",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Show no progress" };

    /// <summary>All of them.</summary>
    public static readonly Option[] All = [Json, Html, Thresholds, Label, Quiet];

    /// <summary>The chosen report settings.</summary>
    public static ReportSettings Read(ParseResult result) => new(
        result.GetValue(Json), result.GetValue(Html), result.GetValue(Thresholds), result.GetValue(Label)!, result.GetValue(Quiet));

    private static ImmutableArray<Threshold> ParseThresholds(ArgumentResult result)
    {
        var thresholds = ImmutableArray.CreateBuilder<Threshold>();
        foreach (var token in result.Tokens)
        {
            if (Threshold.TryParse(token.Value, out var fault) is { } threshold)
                thresholds.Add(threshold);
            else
                result.AddError($"--threshold: {fault}.");
        }

        return thresholds.ToImmutable();
    }
}
