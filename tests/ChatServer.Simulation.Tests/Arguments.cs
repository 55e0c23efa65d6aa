using System.Globalization;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests;

/// <summary>What the program is told.</summary>
/// <param name="Seeds">How many seeds at most.</param>
/// <param name="Time">How long at most.</param>
/// <param name="Seed">One seed to be played alone; null to draw them.</param>
/// <param name="From">Where drawn seeds begin; null for anywhere.</param>
/// <param name="Crowd">How many come at once to one room; null to let the seed decide who comes.</param>
/// <param name="Report">Where failures are written; null for the console only.</param>
/// <param name="WantsDigest">Whether to print the number that two runs share only if they are the same.</param>
internal sealed record Arguments(long Seeds, TimeSpan Time, ulong? Seed, ulong? From, int? Crowd, string? Report, bool WantsDigest)
{
    public const string Help = """
        Plays the whole server in one thread, in virtual time, from seeds, and checks what it promises.

          --seeds N      at most so many seeds (default: no limit but the time)
          --minutes M    at most so long, the reports of failures included (default: 1; with --seeds alone: no limit)
          --from S       the first seed (default: drawn, and printed)
          --seed S       this one only, made smaller if it fails
          --crowd N      N clients at once in one room, each time
          --report DIR   writes each failure there: as text, as a page, and every message between actors
          --digest       with --seed: prints a number that tells runs apart
        """;

    /// <summary>The plan of a seed.</summary>
    public Plan PlanOf(ulong seed) => PlanGenerator.Create(seed, Crowd);

    /// <summary>Reads the command line; null when it makes no sense.</summary>
    public static Arguments? Parse(IReadOnlyList<string> words)
    {
        var read = new Arguments(long.MaxValue, TimeSpan.Zero, null, null, null, null, WantsDigest: false);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--digest")
            {
                read = read with { WantsDigest = true };
                continue;
            }

            if (i + 1 == words.Count) return null;
            var value = words[i + 1];
            var invariant = CultureInfo.InvariantCulture;
            switch (words[i++])
            {
                case "--seeds" when long.TryParse(value, invariant, out var seeds):
                    read = read with { Seeds = seeds };
                    break;
                case "--minutes" when double.TryParse(value, invariant, out var minutes):
                    read = read with { Time = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--seed" when ulong.TryParse(value, invariant, out var seed):
                    read = read with { Seed = seed };
                    break;
                case "--from" when ulong.TryParse(value, invariant, out var from):
                    read = read with { From = from };
                    break;
                case "--crowd" when int.TryParse(value, invariant, out var crowd) && crowd > 0:
                    read = read with { Crowd = crowd };
                    break;
                case "--report":
                    read = read with { Report = value };
                    break;
                default:
                    return null;
            }
        }

        if (read.Time > TimeSpan.Zero) return read;
        return read with { Time = read.Seeds == long.MaxValue ? TimeSpan.FromMinutes(1) : Timeout.InfiniteTimeSpan };
    }
}
