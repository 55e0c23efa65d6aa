using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>A completion of a word: the candidates, and which of them is in the input line now.</summary>
/// <remarks>Immutable. It is valid only while the input line equals <see cref="Given"/>.</remarks>
/// <param name="Start">Index where the word begins.</param>
/// <param name="Candidates">The candidates, most likely first. Each includes the text that follows it, such as a space.</param>
/// <param name="Index">Index of the current candidate.</param>
/// <param name="Given">The input line with the current candidate.</param>
internal sealed record Completion(int Start, ImmutableArray<string> Candidates, int Index, InputLine Given)
{
    /// <summary>Completes the word before the cursor.</summary>
    /// <param name="line">The input line.</param>
    /// <param name="sources">The words to choose from.</param>
    /// <returns>Null if there is no candidate.</returns>
    public static Completion? Begin(InputLine line, CompletionSources sources)
    {
        var start = line.Text.LastIndexOf(' ', Math.Max(0, line.Cursor - 1)) + 1;
        if (start > line.Cursor)
            return null;

        var word = line.Text[start..line.Cursor];
        var candidates = Fitting(word, isFirst: start == 0, sources).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return candidates.IsEmpty ? null : new Completion(start, candidates, 0, line.ReplaceBeforeCursor(start, candidates[0]));
    }

    /// <summary>Moves to the next candidate, or with a negative step to the previous one.</summary>
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

/// <summary>The words that a completion chooses from, most likely first.</summary>
/// <param name="Nicks">Nicks of people in the conversation.</param>
/// <param name="Rooms">Rooms that are open.</param>
/// <param name="Commands">Commands, without the slash.</param>
/// <param name="RoomPrefixes">The characters that room names begin with.</param>
internal sealed record CompletionSources(
    IEnumerable<string> Nicks, IEnumerable<string> Rooms, IEnumerable<string> Commands, string RoomPrefixes);
