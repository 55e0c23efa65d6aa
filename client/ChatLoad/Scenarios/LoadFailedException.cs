using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>The load could not be set up, so nothing was measured. The message is for people.</summary>
internal sealed class LoadFailedException : Exception
{
    /// <summary>A failure.</summary>
    public LoadFailedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure, with what went wrong so far.</summary>
    internal LoadFailedException(string message, Meter meter)
        : base(string.Join("\n  ", [message, .. meter.Problems.Select(problem => $"{problem.Count} x {problem.Text}")]))
    {
    }
}
