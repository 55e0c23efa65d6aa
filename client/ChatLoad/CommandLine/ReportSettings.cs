using System.Collections.Immutable;
using ChatLoad.Reporting;

namespace ChatLoad.CommandLine;

/// <summary>What is to be reported, and where.</summary>
/// <param name="Json">File for the whole result, or null.</param>
/// <param name="Html">File for a page to look at, or null.</param>
/// <param name="Thresholds">What must hold.</param>
/// <param name="Label">What the run is called.</param>
/// <param name="IsQuiet">Whether to show no progress.</param>
internal sealed record ReportSettings(
    FileInfo? Json, FileInfo? Html, ImmutableArray<Threshold> Thresholds, string Label, bool IsQuiet);
