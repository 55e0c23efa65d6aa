using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ChatServer.Protocol;

/// <summary>The mode letters of rooms or of users.</summary>
/// <remarks>Immutable; any thread.</remarks>
public sealed class ModeTable
{
    private readonly FrozenDictionary<char, ModeDefinition> _byLetter;

    /// <summary>A table of rows, one per letter.</summary>
    /// <exception cref="ArgumentException">A letter has two rows.</exception>
    public ModeTable(params ImmutableArray<ModeDefinition> rows)
    {
        var byLetter = new Dictionary<char, ModeDefinition>();
        foreach (var row in rows)
            byLetter.Add(row.Letter, row);
        Rows = rows;
        _byLetter = byLetter.ToFrozenDictionary();
        Letters = string.Concat(rows.Select(row => row.Letter).Order());
        LettersWithParameter = string.Concat(rows.Where(row => row.Kind != ModeKind.Flag).Select(row => row.Letter).Order());
    }

    /// <summary>The rows in the order given.</summary>
    public ImmutableArray<ModeDefinition> Rows { get; }

    /// <summary>Finds a letter's row.</summary>
    public bool TryGet(char letter, [NotNullWhen(true)] out ModeDefinition? mode) => _byLetter.TryGetValue(letter, out mode);

    /// <summary>The letters of one kind, in table order.</summary>
    public string LettersOf(ModeKind kind) => string.Concat(Rows.Where(row => row.Kind == kind).Select(row => row.Letter));

    /// <summary>All letters in alphabetical order, capitals first, as in RPL_MYINFO.</summary>
    public string Letters { get; }

    /// <summary>The letters that can take a parameter, in alphabetical order, as in RPL_MYINFO's last parameter.</summary>
    public string LettersWithParameter { get; }
}
