namespace ChatServer.Protocol;

/// <summary>Which characters count as the same letter in nicknames, room names, accounts and masks.</summary>
/// <remarks>The ASCII mappings differ only in where the range of characters with a lower case ends, because RFC 1459 counts <c>[ ] \ ^</c>
/// as the upper case of <c>{ }
/// ~</c>. Characters outside ASCII stand for themselves. Any thread.
/// Source: Modern, <c>CASEMAPPING</c>.</remarks>
public sealed class CaseMapping : IEqualityComparer<string>
{
    /// <summary><c>ascii</c>: A to Z only.</summary>
    public static readonly CaseMapping Ascii = new("ascii", lastUpper: 'Z');

    /// <summary><c>rfc1459</c>: A to Z and <c>[ \ ] ^</c>.</summary>
    public static readonly CaseMapping Rfc1459 = new("rfc1459", lastUpper: '^');

    /// <summary><c>rfc1459-strict</c>: A to Z and <c>[ \ ]</c>.</summary>
    public static readonly CaseMapping Rfc1459Strict = new("rfc1459-strict", lastUpper: ']');

    /// <summary>Letters of every script, and nicks in any script. Source: RFC 8265, UsernameCaseMapped.</summary>
    /// <remarks>ISUPPORT announces it as <c>ascii</c>, as other servers that have it do: there is no agreed name for it, and <c>ascii</c>
    /// is the closest that clients know.</remarks>
    public static readonly CaseMapping Precis = new("ascii", lastUpper: 'Z') { CoversAllScripts = true };

    private readonly int _upperCount;

    private CaseMapping(string name, char lastUpper)
    {
        Name = name;
        _upperCount = lastUpper - 'A' + 1;
    }

    /// <summary>The name in ISUPPORT's <c>CASEMAPPING</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it covers letters outside ASCII.</summary>
    public bool CoversAllScripts { get; private init; }

    /// <summary>The lower case of one character.</summary>
    public char Fold(char value) =>
        IsUpper(value) ? (char)(value + ('a' - 'A')) : CoversAllScripts && !char.IsAscii(value) ? char.ToLowerInvariant(value) : value;

    /// <summary>The lower case of every character, also in normal form (NFC) if all scripts are covered.</summary>
    /// <returns><paramref name="text"/> itself when nothing changes.</returns>
    public string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lower = ToLower(text);
        return CoversAllScripts ? NormalForm.Compose(lower) : lower;
    }

    /// <summary>Whether both are the same name under this mapping.</summary>
    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null)
            return ReferenceEquals(x, y);
        if (CoversAllScripts)
            return string.Equals(Fold(x), Fold(y), StringComparison.Ordinal);
        if (x.Length != y.Length)
            return false;

        for (var i = 0; i < x.Length; i++)
        {
            if (Fold(x[i]) != Fold(y[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(string obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (CoversAllScripts)
            return Fold(obj).GetHashCode(StringComparison.Ordinal);
        var hash = new HashCode();
        foreach (var value in obj)
            hash.Add(Fold(value));
        return hash.ToHashCode();
    }

    /// <summary>The name in ISUPPORT.</summary>
    public override string ToString() => Name;

    private string ToLower(string text)
    {
        foreach (var value in text)
        {
            if (Fold(value) != value)
                return string.Create(text.Length, (Mapping: this, Text: text), static (folded, source) =>
                {
                    for (var i = 0; i < folded.Length; i++)
                        folded[i] = source.Mapping.Fold(source.Text[i]);
                });
        }

        return text;
    }

    private bool IsUpper(char value) => (uint)(value - 'A') < (uint)_upperCount;
}
