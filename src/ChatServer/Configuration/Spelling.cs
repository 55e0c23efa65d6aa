namespace ChatServer.Host.Configuration;

/// <summary>Finds what somebody meant to type.</summary>
internal static class Spelling
{
    /// <summary>The one of <paramref name="known"/> that is nearest to <paramref name="typed"/>, or null when none is near.</summary>
    /// <remarks>Near: one edit for every three characters, and one at least.</remarks>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        var (nearest, distance) = ((string?)null, Math.Max(1, typed.Length / 3) + 1);
        foreach (var candidate in known)
        {
            var edits = Edits(typed.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < distance)
                (nearest, distance) = (candidate, edits);
        }

        return nearest;
    }

    /// <summary>Optimal string alignment: letters added, removed, replaced, and neighbours swapped.</summary>
    private static int Edits(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
