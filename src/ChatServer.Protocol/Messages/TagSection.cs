namespace ChatServer.Protocol;

/// <summary>The tags of a message as written in the line: <c>key[=value] *(";" key[=value])</c>.</summary>
/// <remarks>Enumerates every tag in order, including duplicates; entries without a key are skipped. Keys are opaque and case-sensitive,
/// values escaped (<see cref="TagValue"/>). Source: IRCv3 message-tags.</remarks>
public readonly ref struct TagSection
{
    /// <summary>Wraps a section that was kept or built elsewhere.</summary>
    /// <param name="raw">The section without the <c>@</c> and the space.</param>
    public TagSection(ReadOnlySpan<byte> raw) => Raw = raw;

    /// <summary>The section without the <c>@</c> and the space; empty if there are no tags.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>Whether the section has no bytes.</summary>
    public bool IsEmpty => Raw.IsEmpty;

    /// <summary>The escaped value of a tag; the last one if there are several.</summary>
    /// <returns>False if there is no such tag.</returns>
    public bool TryGet(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> rawValue)
    {
        rawValue = default;
        var found = false;
        foreach (var tag in this)
        {
            if (tag.Key.SequenceEqual(key))
            {
                rawValue = tag.RawValue;
                found = true;
            }
        }

        return found;
    }

    /// <summary>Enumerates the tags in place.</summary>
    public Enumerator GetEnumerator() => new(Raw);

    /// <summary>One tag.</summary>
    public readonly ref struct Entry
    {
        internal Entry(ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawValue)
        {
            Key = key;
            RawValue = rawValue;
        }

        /// <summary>The key with its client prefix and vendor, such as <c>+example.org/mood</c>.</summary>
        public ReadOnlySpan<byte> Key { get; }

        /// <summary>The escaped value; empty for both <c>key=</c> and <c>key</c>, which mean the same.</summary>
        public ReadOnlySpan<byte> RawValue { get; }

        /// <summary>Whether this is a client-only tag, which a server relays without understanding it.</summary>
        public bool IsClientOnly => Key[0] == '+';
    }

    /// <summary>Enumerates a section.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(ReadOnlySpan<byte> raw)
        {
            _rest = raw;
            Current = default;
        }

        /// <summary>The current tag.</summary>
        public Entry Current { get; private set; }

        /// <summary>Moves to the next tag.</summary>
        public bool MoveNext()
        {
            while (!_rest.IsEmpty)
            {
                var end = _rest.IndexOf((byte)';');
                var tag = end < 0 ? _rest : _rest[..end];
                _rest = end < 0 ? default : _rest[(end + 1)..];

                var equals = tag.IndexOf((byte)'=');
                var key = equals < 0 ? tag : tag[..equals];
                if (key.IsEmpty)
                    continue;

                Current = new Entry(key, equals < 0 ? default : tag[(equals + 1)..]);
                return true;
            }

            return false;
        }
    }
}
