namespace ChatServer.SimulationTests.Model;

/// <summary>Why people have said that they go, or throw somebody out. Everybody is told so in their words.</summary>
internal sealed class Reasons
{
    private const int LongestKept = 200;

    // What the server says of those who go without a word of their own; of those who have closed the line; where it is to blame; where
    // somebody else is.
    private static readonly string[] OfTheServer = ["Ping timeout", "SendQ exceeded", "Line too long"];
    private static readonly string[] OfTheVanished = ["Connection closed", "Connection reset"];
    private static readonly string[] OfFaults = ["Connection lost", "Internal error"];
    private const string Killed = "Killed (";
    private const string Moved = "Changing hostname";

    private readonly HashSet<(string User, string Verb, string Reason)> _given = [];

    public void Note(string user, string verb, string line)
    {
        var start = line.IndexOf(" :", StringComparison.Ordinal);
        _given.Add((user, verb, start < 0 ? "" : (verb == "QUIT" ? "Quit: " : "") + line[(start + 2)..]));
    }

    /// <summary>Whether somebody has given a reason, which may have been cut.</summary>
    public bool IsGiven(string user, string verb, string reason) =>
        _given.Contains((user, verb, reason))
        || (reason.Length > LongestKept && _given.Any(given =>
            given.User == user && given.Verb == verb && given.Reason.StartsWith(reason, StringComparison.Ordinal)));

    /// <summary>Whether the server may say so of somebody who goes without a word of his own.</summary>
    public static bool IsOfServer(WorldModel world, ClientModel? who, string reason)
    {
        return Begins(OfTheServer) || (who?.HasVanished != false && Begins(OfTheVanished))
            || (world.Faults > 0 && Begins(OfFaults)) || (world.HasNewHosts && Begins([Moved]))
            || (who is not null && world.WasKilled(who) && Begins([Killed]));

        bool Begins(string[] words) => words.Any(own => reason.StartsWith(own, StringComparison.Ordinal));
    }
}
