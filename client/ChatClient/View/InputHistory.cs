using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>The lines that were sent, and the one among them that the user has gone back to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Lines">The lines, oldest first; at most <see cref="Most"/>.</param>
/// <param name="Position">Index of the line shown. The number of lines if the draft is shown.</param>
/// <param name="Draft">The unfinished line, from before the user went back.</param>
internal sealed record InputHistory(ImmutableList<string> Lines, int Position, string Draft)
{
    public const int Most = 500;

    public static readonly InputHistory Empty = new([], 0, string.Empty);

    /// <summary>Adds a line that was sent, unless it equals the previous one.</summary>
    public InputHistory With(string line)
    {
        var lines = Lines.Count > 0 && Lines[^1] == line ? Lines : Lines.Add(line);
        if (lines.Count > Most)
            lines = lines.RemoveAt(0);
        return new InputHistory(lines, lines.Count, string.Empty);
    }

    /// <summary>Goes back to the previous line; null if there is none.</summary>
    /// <param name="shown">The current content of the input line.</param>
    public (InputHistory History, string Line)? Older(string shown)
    {
        if (Position == 0)
            return null;

        var draft = Position == Lines.Count ? shown : Draft;
        return (this with { Position = Position - 1, Draft = draft }, Lines[Position - 1]);
    }

    /// <summary>Goes forward to the next line, or after the last one to the draft; null if there is nothing newer.</summary>
    public (InputHistory History, string Line)? Newer()
    {
        if (Position == Lines.Count)
            return null;

        var next = this with { Position = Position + 1 };
        return (next, next.Position == Lines.Count ? Draft : Lines[next.Position]);
    }
}
