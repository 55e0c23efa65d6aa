namespace ChatServer.Actors;

/// <summary>The severity of a log event.</summary>
public enum LogLevel
{
    /// <summary>Details for troubleshooting.</summary>
    DebugLevel,

    /// <summary>Normal operation.</summary>
    InfoLevel,

    /// <summary>Something that should not happen, but has done no harm yet.</summary>
    WarningLevel,

    /// <summary>Something that should not happen and did harm.</summary>
    ErrorLevel,
}

/// <summary>Something that the runtime or an actor reports, on the event stream and in the log.</summary>
public abstract class LogEvent
{
    private protected LogEvent(Exception? cause, string logSource, Type? logClass, object message, DateTimeOffset timestamp) =>
        (Cause, LogSource, LogClass, Message, Timestamp) = (cause, logSource, logClass, message, timestamp);

    /// <summary>The exception, if there is one.</summary>
    public Exception? Cause { get; }

    /// <summary>Who reports it, usually an actor's path.</summary>
    public string LogSource { get; }

    /// <summary>The class that reports it.</summary>
    public Type? LogClass { get; }

    /// <summary>What is reported.</summary>
    public object Message { get; }

    /// <summary>When, by the clock of the system.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>Its severity.</summary>
    public abstract LogLevel LogLevel();

    /// <inheritdoc/>
    public override string ToString() => $"[{GetType().Name}][{LogSource}] {Message}";
}

/// <summary>See <see cref="LogLevel.DebugLevel"/>.</summary>
public sealed class Debug : LogEvent
{
    internal Debug(Exception? cause, string logSource, Type? logClass, object message, DateTimeOffset timestamp)
        : base(cause, logSource, logClass, message, timestamp)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Actors.LogLevel.DebugLevel;
}

/// <summary>See <see cref="LogLevel.InfoLevel"/>.</summary>
public sealed class Info : LogEvent
{
    internal Info(Exception? cause, string logSource, Type? logClass, object message, DateTimeOffset timestamp)
        : base(cause, logSource, logClass, message, timestamp)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Actors.LogLevel.InfoLevel;
}

/// <summary>See <see cref="LogLevel.WarningLevel"/>.</summary>
public sealed class Warning : LogEvent
{
    internal Warning(Exception? cause, string logSource, Type? logClass, object message, DateTimeOffset timestamp)
        : base(cause, logSource, logClass, message, timestamp)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Actors.LogLevel.WarningLevel;
}

/// <summary>See <see cref="LogLevel.ErrorLevel"/>.</summary>
public sealed class Error : LogEvent
{
    internal Error(Exception? cause, string logSource, Type? logClass, object message, DateTimeOffset timestamp)
        : base(cause, logSource, logClass, message, timestamp)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Actors.LogLevel.ErrorLevel;
}
