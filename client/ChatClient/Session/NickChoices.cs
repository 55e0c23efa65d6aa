using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>Nicks to try when the wished one is in use: the alternates, then <c>pip_</c>, <c>pip__</c>, and so on.</summary>
internal sealed class NickChoices(string wished, ImmutableArray<string> alternates = default)
{
    /// <summary>How many to try beside the alternates. More would look like an attack.</summary>
    public const int Most = 5;

    /// <summary>The length that every server takes, in characters. Source: RFC 1459 section 1.2.</summary>
    private const int SafeLength = 9;

    private readonly ImmutableArray<string> _alternates = alternates.IsDefault ? [] : alternates;
    private int _alternatesTried;
    private int _tried;
    private bool _cut;

    /// <summary>Whether another nick than the wished one was tried.</summary>
    public bool HasTriedOther => _tried > 0;

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

    /// <summary>Begins anew, for another connection.</summary>
    public void Reset()
    {
        _alternatesTried = _tried = 0;
        _cut = false;
    }

    /// <summary>Makes the next ones short: the server did not like the length of the last one.</summary>
    /// <returns>False if that was tried already.</returns>
    public bool Shorten()
    {
        if (_cut)
            return false;

        _cut = true;
        _tried = 0;
        return true;
    }
}
