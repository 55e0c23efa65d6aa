using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>A word that is being completed: which ones fit, and which of them stands there now.</summary>
/// <remarks>Immutable. It holds as long as the input line is the one that it gave.</remarks>
/// <param name="Start">Where the word begins.</param>
/// <param name="Candidates">The words that fit, the likeliest first, with what comes behind them.</param>
/// <param name="Index">Which one stands there.</param>
/// <param name="Given">The input line with it.</param>
internal sealed record Completion(int Start, ImmutableArray<string> Candidates, int Index, InputLine Given)
{
    /// <summary>Completes the word before the cursor.</summary>
    /// <param name="line">What is typed.</param>
    /// <param name="sources">What there is to choose from.</param>
    /// <returns>Null if nothing fits.</returns>
    public static Completion? Begin(InputLine line, CompletionSources sources)
    {
        var start = line.Text.LastIndexOf(' ', Math.Max(0, line.Cursor - 1)) + 1;
        if (start > line.Cursor)
            return null;

        var word = line.Text[start..line.Cursor];
        var candidates = Fitting(word, isFirst: start == 0, sources).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return candidates.IsEmpty ? null : new Completion(start, candidates, 0, line.ReplaceBeforeCursor(start, candidates[0]));
    }

    /// <summary>Puts the next fitting word there, or with a negative step the one before.</summary>
    public Completion Next(int step)
    {
        var index = (Index + step + Candidates.Length) % Candidates.Length;
        return this with { Index = index, Given = Given.ReplaceBeforeCursor(Start, Candidates[index]) };
    }

    private static IEnumerable<string> Fitting(string word, bool isFirst, CompletionSources sources)
    {
        if (isFirst && word.StartsWith('/'))
            return Beginning(word[1..], sources.Commands).Select(name => $"/{name} ");
        if (word.Length > 0 && sources.RoomPrefixes.Contains(word[0], StringComparison.Ordinal))
            return Beginning(word, sources.Rooms).Select(name => $"{name} ");

        var at = word.StartsWith('@') ? "@" : string.Empty;
        var end = isFirst ? ": " : " ";
        return Beginning(word[at.Length..], sources.Nicks).Select(nick => at + nick + end);
    }

    private static IEnumerable<string> Beginning(string start, IEnumerable<string> words) =>
        words.Where(word => word.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a completion chooses from, each the likeliest first.</summary>
/// <param name="Nicks">Nicks of people here.</param>
/// <param name="Rooms">Rooms that are known.</param>
/// <param name="Commands">Commands, without their slash.</param>
/// <param name="RoomPrefixes">What room names begin with.</param>
internal sealed record CompletionSources(
    IEnumerable<string> Nicks, IEnumerable<string> Rooms, IEnumerable<string> Commands, string RoomPrefixes);
