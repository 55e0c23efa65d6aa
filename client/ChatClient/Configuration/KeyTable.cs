namespace ChatClient.Configuration;

/// <summary>The keys that an object of the configuration file may have, and what each changes.</summary>
/// <param name="place">What the object is, for people.</param>
internal sealed class KeyTable<T>(string place)
{
    private readonly SortedDictionary<string, Func<T, ConfigurationValue, T>> _keys = new(StringComparer.Ordinal);

    /// <summary>The keys in alphabetical order.</summary>
    public IEnumerable<string> Keys => _keys.Keys;

    /// <summary>Adds a key.</summary>
    public Func<T, ConfigurationValue, T> this[string key]
    {
        set => _keys[key] = value;
    }

    /// <summary>Applies all members of an object.</summary>
    /// <exception cref="ConfigurationException">A key is unknown, or its value is invalid.</exception>
    public T Read(T settings, ConfigurationValue value)
    {
        foreach (var (key, member) in value.Members())
        {
            if (!_keys.TryGetValue(key, out var set))
                throw member.Fault($"is not a key of {place}. {Mend(key)}");
            settings = set(settings, member);
        }

        return settings;
    }

    private string Mend(string key)
    {
        const int MostTypos = 3;
        var nearest = _keys.Keys.MinBy(known => Distance(known, key));
        return nearest is not null && Distance(nearest, key) <= MostTypos
            ? $"Did you mean \"{nearest}\"?"
            : $"Known keys: {string.Join(", ", _keys.Keys)}";
    }

    // Letters to add, drop or change to get from one word to the other (Levenshtein).
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var isSame = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[^1];
    }
}
