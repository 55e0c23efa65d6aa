using System.Collections.Immutable;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>Describes in words who came and went.</summary>
internal static class PassageText
{
    // Up to this many are listed one by one. Of more, some are named and the others counted.
    private const int MostTold = 3;
    private const int MostNamed = 3;

    public static string Of(ImmutableList<Passage> passages)
    {
        if (passages.Count <= MostTold)
            return string.Join(" \u00b7 ", passages.Select(InFull));

        return string.Join(" \u00b7 ", new[]
        {
            Counted(passages, PassageKind.Joined, "joined"),
            Counted(passages, PassageKind.Left, "left"),
            Counted(passages, PassageKind.Renamed, "changed nick"),
        }.Where(part => part.Length > 0));
    }

    private static string InFull(Passage passage) =>
        passage.Kind switch
        {
            PassageKind.Joined => $"{passage.Nick} joined",
            PassageKind.Left when passage.Detail.Length > 0 => $"{passage.Nick} left ({TerminalText.Clean(passage.Detail)})",
            PassageKind.Left => $"{passage.Nick} left",
            _ => $"{passage.Nick} is now {passage.Detail}",
        };

    private static string Counted(ImmutableList<Passage> passages, PassageKind kind, string verb)
    {
        var nicks = passages.Where(passage => passage.Kind == kind).Select(passage => passage.Nick).ToList();
        if (nicks.Count == 0)
            return string.Empty;

        var named = string.Join(", ", nicks.Take(MostNamed));
        return nicks.Count <= MostNamed ? $"{named} {verb}" : $"{named} and {nicks.Count - MostNamed} more {verb}";
    }
}
