namespace ChatServer.SimulationTests.Model;

/// <summary>Why people have said that they go, or throw somebody out. Everybody is told so in their words.</summary>
internal sealed class Reasons
{
    private const int LongestKept = 200;

    // What the server says of those who go without a word of their own.
    private static readonly string[] OfTheServer =
    [
        "Connection closed", "Connection reset", "Connection lost", "Ping timeout", "SendQ exceeded", "Killed (", "Internal error",
        "Changing hostname", "Line too long",
    ];

    private readonly HashSet<(string User, string Verb, string Reason)> _given = [];

    public void Note(string user, string verb, string line)
    {
        var start = line.IndexOf(" :", StringComparison.Ordinal);
        _given.Add((user, verb, start < 0 ? "" : (verb == "QUIT" ? "Quit: " : "") + line[(start + 2)..]));
    }

    /// <summary>Whether somebody has given a reason, which may have been cut, or the server has one of its own.</summary>
    public bool IsGiven(string user, string verb, string reason) =>
        _given.Contains((user, verb, reason))
        || (verb == "QUIT" && OfTheServer.Any(own => reason.StartsWith(own, StringComparison.Ordinal)))
        || (reason.Length > LongestKept && _given.Any(given =>
            given.User == user && given.Verb == verb && given.Reason.StartsWith(reason, StringComparison.Ordinal)));
}
