using Microsoft.Extensions.Logging;
using Xunit.Abstractions;
using MsLogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace ChatServer.Actors.TestKit;

/// <summary>Shows the log of a system in the output of the test.</summary>
internal sealed class TestOutputLoggerFactory(ITestOutputHelper output, ILoggerFactory inner) : ILoggerFactory
{
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public ILogger CreateLogger(string categoryName) => new Logger(output, inner.CreateLogger(categoryName));

    public void Dispose() => inner.Dispose();

    private sealed class Logger(ITestOutputHelper output, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(MsLogLevel logLevel) => true;

        public void Log<TState>(
            MsLogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
            try
            {
                output.WriteLine($"[{logLevel}] {formatter(state, exception)} {exception}");
            }
            catch (InvalidOperationException)
            {
                // The test is over; a system that is still ending has nowhere to write.
            }
        }
    }
}
