namespace ChatServer.SimulationTests.Model;

/// <summary>The wrong passwords for operators that one client has given: of each address the server takes so many in a minute, and no more;
/// and it counts in whole minutes.</summary>
internal sealed class Guesses
{
    private const int InAMinute = 5;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly List<(DateTimeOffset Sent, DateTimeOffset Answered)> _wrong = [];

    /// <summary>Something was said to be wrong.</summary>
    /// <returns>Whether that was one more than any two minutes have that touch the time from the first to the last.</returns>
    public bool IsOneTooMany(DateTimeOffset sent, DateTimeOffset answered)
    {
        _wrong.Add((sent, answered));
        return _wrong.Count > 2 * InAMinute && answered - _wrong[^((2 * InAMinute) + 1)].Sent < Minute;
    }

    /// <summary>Somebody was sent away unheard.</summary>
    /// <returns>Whether enough of what he has said before was wrong.</returns>
    public bool WereMany(DateTimeOffset sent) => _wrong.Count(guess => guess.Answered > sent - Minute) >= InAMinute;
}
