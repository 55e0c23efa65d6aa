using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>What the server has told us about a room that we are in.</summary>
/// <remarks>Not thread-safe: owned by its <see cref="IrcSession"/>.</remarks>
internal sealed class Room
{
    private readonly SortedDictionary<char, string?> _modes = [];
    private Dictionary<string, string> _members;

    internal Room(string name, CaseMapping mapping)
    {
        Name = name;
        _members = new Dictionary<string, string>(mapping);
    }

    /// <summary>The name, in the server's spelling.</summary>
    public string Name { get; internal set; }

    /// <summary>The topic; empty if there is none.</summary>
    public string Topic { get; internal set; } = string.Empty;

    /// <summary>Who set the topic; empty while unknown.</summary>
    public string TopicBy { get; internal set; } = string.Empty;

    /// <summary>When the topic was set; null while unknown.</summary>
    public DateTimeOffset? TopicAt { get; internal set; }

    /// <summary>The modes as on the wire, such as <c>+kl key 5</c>; empty while unknown or if there are none.</summary>
    public string Modes => _modes.Count == 0
        ? string.Empty
        : string.Join(' ', ["+" + string.Concat(_modes.Keys), .. _modes.Values.OfType<string>()]);

    /// <summary>Prefixes of each member, such as <c>@+</c>, by nick.</summary>
    public IReadOnlyDictionary<string, string> Members => _members;

    internal void Add(string nick, string prefixes = "") => _members[nick] = prefixes;

    internal bool Remove(string nick) => _members.Remove(nick);

    internal void Rename(string oldNick, string newNick)
    {
        if (_members.Remove(oldNick, out var prefixes))
            _members[newNick] = prefixes;
    }

    internal void SetRank(string nick, char prefix, bool adding, string prefixOrder)
    {
        if (!_members.TryGetValue(nick, out var prefixes))
            return;

        var others = prefixes.Replace(prefix.ToString(), string.Empty, StringComparison.Ordinal);
        var changed = adding ? others + prefix : others;
        _members[nick] = string.Concat(changed.OrderBy(rank => prefixOrder.IndexOf(rank, StringComparison.Ordinal)));
    }

    internal void SetMode(ModeChange change)
    {
        if (change.Adding)
            _modes[change.Letter] = change.Parameter;
        else
            _modes.Remove(change.Letter);
    }

    internal void ForgetModes() => _modes.Clear();

    internal void ReplaceMembers(IEnumerable<KeyValuePair<string, string>> members)
    {
        var replaced = new Dictionary<string, string>(_members.Comparer);
        foreach (var (nick, prefixes) in members)
            replaced[nick] = prefixes;
        _members = replaced;
    }
}
