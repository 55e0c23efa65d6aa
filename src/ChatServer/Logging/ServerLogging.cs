using System.Globalization;
using ChatServer.Host.Configuration;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;
using Serilog.Sinks.SystemConsole.Themes;

namespace ChatServer.Host.Logging;

/// <summary>Serilog behind the logging of .NET: a console that a person reads, and a file on request.</summary>
internal static class ServerLogging
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const string FileLine = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <summary>Makes Serilog the one provider of <paramref name="logging"/>.</summary>
    public static void AddServerLogging(this ILoggingBuilder logging, LogSettings settings)
    {
        // Levels are Serilog's business; a second filter before it would only hide what the settings ask for.
        logging.SetMinimumLevel(Microsoft.Extensions.Logging.LogLevel.Trace);
        logging.AddSerilog(Create(settings), dispose: true);
    }

    internal static Logger Create(LogSettings settings)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(settings.MinimumLevel)
            .MinimumLevel.Override("Microsoft", Quieter(settings.MinimumLevel))
            .MinimumLevel.Override(Composition.LogSource, Quieter(settings.MinimumLevel))
            .Enrich.FromLogContext()
            .Enrich.With<VisibleCharacters>()
            .WriteTo.Console(
                outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture, theme: AnsiConsoleTheme.Literate);

        // A start that fails is reported by Program in one line; the host would add a page.
        configuration.MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal);
        foreach (var (source, level) in settings.Overrides)
            configuration.MinimumLevel.Override(source, level);
        if (settings.File is { } file)
            WriteToFile(configuration, file);
        return configuration.CreateLogger();
    }

    /// <summary>What the framework may say: warnings at Information and Debug, and everything only at Verbose.</summary>
    private static LogEventLevel Quieter(LogEventLevel level) =>
        level is LogEventLevel.Verbose ? level : (LogEventLevel)Math.Max((int)level, (int)LogEventLevel.Warning);

    private static void WriteToFile(LoggerConfiguration configuration, LogFileSettings file)
    {
        ITextFormatter formatter = file.Format == LogFileFormat.Json
            ? new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture)
            : new MessageTemplateTextFormatter(FileLine, CultureInfo.InvariantCulture);
        configuration.WriteTo.File(
            formatter,
            file.Path,
            rollingInterval: file.RollingInterval,
            rollOnFileSizeLimit: true,
            fileSizeLimitBytes: file.FileMegabytes * 1024L * 1024,
            retainedFileCountLimit: file.RetainedFiles);
    }
}
