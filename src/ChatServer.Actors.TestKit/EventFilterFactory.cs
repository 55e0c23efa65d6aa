using System.Text.RegularExpressions;

namespace ChatServer.Actors.TestKit;

/// <summary>Selects the log entries or dead letters that a test expects.</summary>
/// <remarks>Of the texts to match, <c>message</c> is the whole text, <c>start</c> its beginning, <c>contains</c> a part of it, and
/// <c>source</c> the path of the actor that reports it, or the end of that path. A null matches everything.</remarks>
public sealed class EventFilterFactory
{
    private readonly TestKitBase _testKit;
    private readonly Predicate<object>? _or;

    internal EventFilterFactory(TestKitBase testKit, Predicate<object>? or = null) => (_testKit, _or) = (testKit, or);

    /// <summary>An error.</summary>
    /// <param name="message">The whole text.</param>
    /// <param name="start">Its beginning.</param>
    /// <param name="contains">A part of it.</param>
    /// <param name="source">Who says it.</param>
    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Log<Error>(message, start, contains, source);

    /// <summary>A warning.</summary>
    /// <param name="message">The whole text.</param>
    /// <param name="start">Its beginning.</param>
    /// <param name="contains">A part of it.</param>
    /// <param name="source">Who says it.</param>
    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Log<Warning>(message, start, contains, source);

    /// <summary>An information entry.</summary>
    /// <param name="message">The whole text.</param>
    /// <param name="start">Its beginning.</param>
    /// <param name="contains">A part of it.</param>
    /// <param name="source">Who says it.</param>
    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Log<Info>(message, start, contains, source);

    /// <summary>A debug entry.</summary>
    /// <param name="message">The whole text.</param>
    /// <param name="start">Its beginning.</param>
    /// <param name="contains">A part of it.</param>
    /// <param name="source">Who says it.</param>
    public IEventFilterApplier Debug(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Log<Debug>(message, start, contains, source);

    /// <summary>An error or warning with an exception.</summary>
    /// <typeparam name="TException">The exception's class or a base of it.</typeparam>
    /// <param name="message">The exception's whole text.</param>
    /// <param name="start">Its beginning.</param>
    /// <param name="contains">A part of it.</param>
    /// <param name="source">Who says it.</param>
    public IEventFilterApplier Exception<TException>(string? message = null, string? start = null, string? contains = null,
        string? source = null)
        where TException : Exception =>
        Apply(happening => happening is LogEvent { Cause: TException cause } entry
            && Matches(cause.Message, message, start, contains) && MatchesSource(entry.LogSource, source));

    /// <summary>An error or warning with an exception whose text a pattern matches.</summary>
    /// <typeparam name="TException">The exception's class or a base of it.</typeparam>
    /// <param name="pattern">The pattern.</param>
    /// <param name="source">Who says it.</param>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Apply(happening => happening is LogEvent { Cause: TException cause } entry
            && pattern.IsMatch(cause.Message) && MatchesSource(entry.LogSource, source));
    }

    /// <summary>A dead letter.</summary>
    public IEventFilterApplier DeadLetter() => Apply(static happening => happening is DeadLetter);

    /// <summary>A dead letter with a message of this type.</summary>
    /// <typeparam name="TMessage">The type.</typeparam>
    /// <param name="source">Its intended recipient.</param>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter<TMessage>(static _ => true, source);

    /// <summary>A dead letter with a message of this type that meets a condition.</summary>
    /// <typeparam name="TMessage">The type.</typeparam>
    /// <param name="isMatch">The condition.</param>
    /// <param name="source">Its intended recipient.</param>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(isMatch);
        return Apply(happening => happening is DeadLetter { Message: TMessage message } letter
            && isMatch(message) && MatchesSource(letter.Recipient.Path.ToString(), source));
    }

    /// <summary>A log entry that meets a condition.</summary>
    /// <typeparam name="TLogEvent">The kind of entry.</typeparam>
    /// <param name="predicate">The condition.</param>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Apply(happening => happening is TLogEvent entry && predicate(entry));
    }

    private static bool Matches(string? text, string? message, string? start, string? contains) =>
        text is not null
        && (message is null || text == message)
        && (start is null || text.StartsWith(start, StringComparison.Ordinal))
        && (contains is null || text.Contains(contains, StringComparison.Ordinal));

    private static bool MatchesSource(string actual, string? source) => source is null || actual.EndsWith(source, StringComparison.Ordinal);

    private EventFilterApplier Log<TLogEvent>(string? message, string? start, string? contains, string? source)
        where TLogEvent : LogEvent =>
        Apply(happening => happening is TLogEvent entry
            && Matches(entry.Message.ToString(), message, start, contains) && MatchesSource(entry.LogSource, source));

    private EventFilterApplier Apply(Predicate<object> matches) =>
        new(_testKit, _or is null ? matches : happening => _or(happening) || matches(happening));
}
