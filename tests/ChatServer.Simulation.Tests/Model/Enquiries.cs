namespace ChatServer.SimulationTests.Model;

/// <summary>Questions about the server, and commands that nobody here can have carried out: which lines end their answer. Source: Modern,
/// Server Queries; RFC 2812 section 3.4.</summary>
internal static class Enquiries
{
    // 481 and 723 are for those who are no operators, or not of this kind.
    private static readonly string[] NoPower = ["481", "723"];

    /// <summary>The numerics, or the verbs, of which one ends the answer to a command; null when none is certain to come.</summary>
    public static string[]? EndOf(string[] words) => words[0] switch
    {
        "ADMIN" => ["259", "423"],
        "INFO" => ["374"],
        "MOTD" => ["376", "422"],
        "TIME" => ["391"],
        "USERS" => ["446"],
        "SUMMON" => ["445"],
        "STATS" => ["219"],
        "HELP" or "HELPOP" => ["706", "524"],
        "LINKS" => ["365"],
        "MAP" => ["017"],
        "RELAYMSG" or "BATCH" => ["421", "FAIL"],
        "PASS" or "USER" or "WEBIRC" => ["462"],
        "RESTART" => [.. NoPower, "531", "972", "484"],
        "CONNECT" or "SQUIT" => [.. NoPower, "402"],
        "NPC" or "NPCA" or "SCENE" => ["573", "403", "404"],
        "CAP" => ["CAP"],
        _ => null,
    };
}
