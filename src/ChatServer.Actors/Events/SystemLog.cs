using Microsoft.Extensions.Logging;
using MsLogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace ChatServer.Actors;

/// <summary>Where a system and its actors log: to the event stream, for tests and listeners, and to the logger given at creation.</summary>
internal sealed class SystemLog(EventStream events, ILoggerFactory factory, TimeProvider time)
{
    private readonly ILogger _logger = factory.CreateLogger("ChatServer.Actors");
    private volatile Predicate<LogEvent>? _muted;

    public ILoggerFactory Factory => factory;

    public void Error(Exception? cause, IActorRef source, Type? logClass, string message) =>
        Write(new Error(cause, source.Path.ToString(), logClass, message, time.GetUtcNow()));

    public void Warning(Exception? cause, IActorRef source, Type? logClass, string message) =>
        Write(new Warning(cause, source.Path.ToString(), logClass, message, time.GetUtcNow()));

    public void Info(IActorRef source, Type? logClass, string message) =>
        Write(new Info(null, source.Path.ToString(), logClass, message, time.GetUtcNow()));

    public void Write(LogEvent entry)
    {
        events.Publish(entry);
        if (_muted?.Invoke(entry) == true) return;
        _logger.Log(LevelOf(entry.LogLevel()), entry.Cause, "{Source}: {Message}", entry.LogSource, entry.Message);
    }

    /// <summary>For tests that log on purpose: keeps matching entries out of the log until disposed.</summary>
    public IDisposable Mute(Predicate<LogEvent> which)
    {
        _muted = which;
        return new Unmute(this);
    }

    public static MsLogLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.ErrorLevel => MsLogLevel.Error,
        LogLevel.WarningLevel => MsLogLevel.Warning,
        LogLevel.InfoLevel => MsLogLevel.Information,
        _ => MsLogLevel.Debug,
    };

    private sealed class Unmute(SystemLog log) : IDisposable
    {
        public void Dispose() => log._muted = null;
    }
}
