using ChatServer.Engine.Settings.Rules;
using Serilog;
using Serilog.Events;

namespace ChatServer.Host.Configuration;

/// <summary>Section <c>Serilog</c>: what is logged, and where to.</summary>
internal sealed record LogSettings
{
    /// <summary>The least level that is logged. Default <see cref="LogEventLevel.Information"/>.</summary>
    public LogEventLevel MinimumLevel { get; init; } = LogEventLevel.Information;

    /// <summary>Levels for sources whose name begins so, such as <c>ChatServer.Engine.Rooms</c>: <c>Debug</c>.</summary>
    public IReadOnlyDictionary<string, LogEventLevel> Overrides { get; init; } = new Dictionary<string, LogEventLevel>();

    /// <summary>A file that is logged to besides the console. Default: none.</summary>
    public LogFileSettings? File { get; init; }
}

/// <summary>Section <c>Serilog:File</c>: a log file that a new one follows in time.</summary>
internal sealed record LogFileSettings
{
    /// <summary>The file; the date goes before its extension.</summary>
    public required string Path { get; init; }

    /// <summary>How one line is written. Default <see cref="LogFileFormat.Text"/>.</summary>
    public LogFileFormat Format { get; init; } = LogFileFormat.Text;

    /// <summary>When a new file begins. Default: every day.</summary>
    public RollingInterval RollingInterval { get; init; } = RollingInterval.Day;

    /// <summary>How many files are kept; the oldest goes first. Default 14.</summary>
    [Number(1, 10_000)]
    public int RetainedFiles { get; init; } = 14;

    /// <summary>How big a file may grow before another begins, in MiB. Default 100.</summary>
    [Number(1, 10_000)]
    public int FileMegabytes { get; init; } = 100;
}

/// <summary>How one line of a log file is written.</summary>
internal enum LogFileFormat
{
    /// <summary>Time, level, message, properties.</summary>
    Text,

    /// <summary>A JSON object, for programs.</summary>
    Json,
}
