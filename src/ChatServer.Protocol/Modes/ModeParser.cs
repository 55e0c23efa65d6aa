using System.Collections.Immutable;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Parses the request of a MODE command.</summary>
/// <remarks>
/// <code>MODE target modestring [parameter ...]     modestring = *( "+" / "-" / letter ), "+" to begin with</code>
/// <para>The table says which letters take a parameter; they take them in order. An empty parameter counts as missing, since an empty mask
/// would match everyone. Total: every text has a reading. Source: Modern, MODE.</para>
/// </remarks>
public static class ModeParser
{
    /// <summary>Shown in place of a missing parameter where one must be shown but has no meaning: <c>-k</c>.</summary>
    public const string AnyParameter = "*";

    /// <summary>Parses a mode string and its parameters.</summary>
    /// <param name="table">The known letters.</param>
    /// <param name="modes">The mode string, such as <c>+ov-b</c>.</param>
    /// <param name="parameters">The parameters after it. Those that no letter takes are ignored.</param>
    public static ModeRequest Parse(ModeTable table, string modes, params ReadOnlySpan<string> parameters)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(modes);

        var changes = ImmutableArray.CreateBuilder<ModeChange>();
        var queries = ImmutableArray.CreateBuilder<char>();
        var unknown = ImmutableArray.CreateBuilder<Rune>();
        var missing = ImmutableArray.CreateBuilder<ModeChange>();
        var adding = true;

        foreach (var rune in modes.EnumerateRunes())
        {
            // No letter of a table is beyond the basic plane.
            var letter = rune.IsBmp ? (char)rune.Value : default;
            if (letter is '+' or '-')
            {
                adding = letter == '+';
                continue;
            }

            if (!table.TryGet(letter, out var mode))
            {
                AddOnce(unknown, rune);
                continue;
            }

            if (!TakesParameter(mode.Kind, adding))
            {
                changes.Add(new ModeChange(adding, letter));
                continue;
            }

            var parameter = Take(ref parameters);
            if (parameter is not null)
                changes.Add(new ModeChange(adding, letter, parameter));
            else if (mode.Kind == ModeKind.List)
                AddOnce(queries, letter);
            else if (mode.Kind == ModeKind.AlwaysParameter && !adding)
                changes.Add(new ModeChange(adding, letter, AnyParameter));
            else
                missing.Add(new ModeChange(adding, letter));
        }

        return new ModeRequest(changes.ToImmutable(), queries.ToImmutable(), unknown.ToImmutable(), missing.ToImmutable());
    }

    private static bool TakesParameter(ModeKind kind, bool adding) =>
        kind switch
        {
            ModeKind.Flag => false,
            ModeKind.ParameterWhenSet => adding,
            _ => true,
        };

    private static string? Take(ref ReadOnlySpan<string> parameters)
    {
        if (parameters.IsEmpty)
            return null;

        var first = parameters[0];
        parameters = parameters[1..];
        return string.IsNullOrEmpty(first) ? null : first;
    }

    private static void AddOnce<T>(ImmutableArray<T>.Builder letters, T letter)
    {
        if (!letters.Contains(letter))
            letters.Add(letter);
    }
}
