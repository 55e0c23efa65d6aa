using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>Nicks to try if the wanted one is in use: the alternates, then <c>pip_</c>, <c>pip__</c>, and so on.</summary>
internal sealed class NickChoices(string wished, ImmutableArray<string> alternates = default)
{
    /// <summary>How many nicks to try besides the alternates. More would look like an attack.</summary>
    public const int Most = 5;

    /// <summary>A length that every server accepts, in characters. Source: RFC 1459 section 1.2.</summary>
    private const int SafeLength = 9;

    private readonly ImmutableArray<string> _alternates = alternates.IsDefault ? [] : alternates;
    private int _alternatesTried;
    private int _tried;
    private bool _cut;

    /// <summary>The next nick, or null when there are no more.</summary>
    public string? Next()
    {
        if (_alternatesTried < _alternates.Length)
            return _alternates[_alternatesTried++];
        if (_tried == Most)
            return null;

        _tried++;
        var kept = _cut ? Math.Min(wished.Length, SafeLength - _tried) : wished.Length;
        return wished[..kept] + new string('_', _tried);
    }

    /// <summary>The next nick after one that the server called invalid, or null when there are no more. One with underscores may have been
    /// too long: the next ones are short.</summary>
    public string? NextAfterInvalid()
    {
        if (_tried == 0)
            return _alternates.IsEmpty ? null : Next();
        if (_cut)
            return null;

        _cut = true;
        _tried = 0;
        return Next();
    }

    /// <summary>Starts again, for another connection.</summary>
    public void Reset()
    {
        _alternatesTried = _tried = 0;
        _cut = false;
    }
}
