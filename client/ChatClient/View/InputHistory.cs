using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>What was typed before, and how far one has gone back in it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Lines">The lines, the oldest first; at most <see cref="Most"/>.</param>
/// <param name="Position">Index of the line shown; the count of lines: the one being typed.</param>
/// <param name="Draft">What was being typed when one began to go back.</param>
internal sealed record InputHistory(ImmutableList<string> Lines, int Position, string Draft)
{
    public const int Most = 500;

    public static readonly InputHistory Empty = new([], 0, string.Empty);

    /// <summary>The history with a line that was sent; the same line twice is kept once.</summary>
    public InputHistory With(string line)
    {
        var lines = Lines.Count > 0 && Lines[^1] == line ? Lines : Lines.Add(line);
        if (lines.Count > Most)
            lines = lines.RemoveAt(0);
        return new InputHistory(lines, lines.Count, string.Empty);
    }

    /// <summary>The line before the one shown; null if there is none.</summary>
    /// <param name="shown">What the input line holds now.</param>
    public (InputHistory History, string Line)? Older(string shown)
    {
        if (Position == 0)
            return null;

        var draft = Position == Lines.Count ? shown : Draft;
        return (this with { Position = Position - 1, Draft = draft }, Lines[Position - 1]);
    }

    /// <summary>The line after the one shown, and at last what was being typed; null if there is none.</summary>
    public (InputHistory History, string Line)? Newer()
    {
        if (Position == Lines.Count)
            return null;

        var next = this with { Position = Position + 1 };
        return (next, next.Position == Lines.Count ? Draft : Lines[next.Position]);
    }
}
