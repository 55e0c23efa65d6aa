namespace ChatServer.Engine.Connections;

/// <summary>Up to when a user has read his conversations. Source: IRCv3 draft/read-marker.</summary>
/// <remarks>Not thread-safe: owned by one connection, the only one of its user. When there are too many, the one set longest ago is
/// forgotten.</remarks>
/// <param name="most">How many there may be.</param>
internal sealed class ReadMarkers(int most)
{
    private readonly Dictionary<string, LinkedListNode<(string Target, DateTimeOffset Time)>> _byTarget = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Target, DateTimeOffset Time)> _oldestFirst = new();

    /// <summary>Up to when a conversation has been read; null when that is not known.</summary>
    /// <param name="target">A room or a nick, folded.</param>
    public DateTimeOffset? Of(string target) => _byTarget.TryGetValue(target, out var node) ? node.Value.Time : null;

    /// <summary>Moves a marker forward; a time before the current one changes nothing.</summary>
    /// <param name="target">A room or a nick, folded.</param>
    /// <param name="time">UTC.</param>
    public void Advance(string target, DateTimeOffset time)
    {
        if (Of(target) >= time) return;
        Forget(target);
        if (_byTarget.Count == most) Forget(_oldestFirst.First!.Value.Target);
        _byTarget[target] = _oldestFirst.AddLast((target, time));
    }

    /// <summary>Moves a marker to another name.</summary>
    /// <param name="target">What it was called, folded.</param>
    /// <param name="next">What it is called now, folded.</param>
    public void Rename(string target, string next)
    {
        if (target == next || Of(target) is not { } time) return;
        Forget(target);
        Forget(next);
        Advance(next, time);
    }

    private void Forget(string target)
    {
        if (_byTarget.Remove(target, out var node)) _oldestFirst.Remove(node);
    }
}
