namespace ChatClient.Session;

/// <summary>Nicks to try when the wished one is in use: <c>pip_</c>, <c>pip__</c>, and so on.</summary>
internal sealed class NickChoices(string wished)
{
    /// <summary>How many to try. More would look like an attack.</summary>
    public const int Most = 5;

    /// <summary>The length that every server takes, in characters. Source: RFC 1459 section 1.2.</summary>
    private const int SafeLength = 9;

    private int _tried;
    private bool _cut;

    /// <summary>Whether another nick than the wished one was tried.</summary>
    public bool HasTriedOther => _tried > 0;

    /// <summary>The next nick, or null when there are no more.</summary>
    public string? Next()
    {
        if (_tried == Most)
            return null;

        _tried++;
        var kept = _cut ? Math.Min(wished.Length, SafeLength - _tried) : wished.Length;
        return wished[..kept] + new string('_', _tried);
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
